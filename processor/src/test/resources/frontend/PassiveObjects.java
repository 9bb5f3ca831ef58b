package corpus;

import dev.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

class PassiveObjects {
  @Differentiable
  static double text(double x, int i, char c, boolean b) {
    String s = "x" + x + i + c + b + null + 1.5f + 2L + (i + 1) + 'q';
    s += i;
    s += "\"\\\n\t\u00e9 $0 {java.util.List}";
    String t = i + c + "number first" + i + c;
    return s.length() + t.hashCode() + (s.equals(t) ? 1 : 2) + s.indexOf(c) + s.charAt(1);
  }

  @Differentiable
  static double lists(double x, int n) {
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < n % 10; i++) {
      list.add(0, i * 0.5);
      list.set(list.size() / 2, list.get(0) + x);
    }
    double sum = 0;
    for (double d : list) {
      sum = sum * 0.5 + d;
    }
    for (Double d : list) {
      if (d > 3) {
        break;
      }
      sum += d;
    }
    return sum + list.size() + list.indexOf(0.5);
  }

  @Differentiable
  static double maps(double x, int n) {
    Map<Integer, String> map = new HashMap<>();
    for (int i = 0; i < (n & 15); i++) {
      map.put(i % 3, map.getOrDefault(i % 3, "") + i);
    }
    double sum = x;
    for (Map.Entry<Integer, String> entry : map.entrySet()) {
      sum = sum * entry.getKey() + entry.getValue().length();
    }
    return map.containsKey(7) ? -sum : sum;
  }

  @Differentiable
  static double boxes(double x, int i, long l, byte b) {
    Integer a = i;
    Double d = x;
    Long m = l;
    Byte c = b;
    Character e = 'x';
    Object o = i;
    Object p = d;
    a++;
    d *= 2;
    m = m + a;
    int sum = a + (Integer) o + c + e;
    double f = i > 0 ? d : a;
    boolean same = o.equals(i) && p != null && p instanceof Double && !(o instanceof Long);
    return sum + d + m + f + (double) p + (int) o + (same ? 1 : 0) + (a == i + 1 ? 2 : 4);
  }

  @Differentiable
  static double random(long seed, int n) {
    Random random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < n % 20; i++) {
      sum += random.nextBoolean() ? random.nextDouble() : -random.nextInt(3);
    }
    return sum;
  }

  @Differentiable
  static double arrays(int i, double x) {
    String[] names = {"a", null, "c" + x};
    names[1] = names[0];
    StringBuilder[] builders = new StringBuilder[2];
    builders[0] = new StringBuilder("b");
    builders[0].append(names[2]).append(i).insert(0, x);
    double sum = builders[1] == null ? 1 : 2;
    for (String name : names) {
      sum += name.length();
    }
    return sum + builders[0].length() + names[i].length();
  }

  @Differentiable
  static double nulls(int i) {
    String s = i > 0 ? "positive" : null;
    Integer box = i == 1 ? null : Integer.valueOf(i);
    Objects.requireNonNull(s == null && i < -5 ? null : "x");
    return (s == null ? 0 : s.length()) + box;
  }

  @Differentiable
  static double parsed(double x, int i) {
    String s = "" + i;
    Class<?> type = s.getClass();
    return Integer.parseInt(s) + Double.parseDouble("" + x) + type.getSimpleName().length()
        + Integer.toHexString(i).length() + String.valueOf(x).length() + Map.Entry.class.getSimpleName().length();
  }
}
