package dev.cotangent.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random programs, emitted, compiled without a warning and run, against the interpreter. */
class EmittedProgramsTest {
  private static final int PROGRAMS = 60;
  private static final int RUNS = 4;
  private static final long STEPS = 200_000;

  @ParameterizedTest(name = "from {0}, free {1}, named {2}")
  @CsvSource({"0, 0, ''", "1000, 0.5, ''", "2000, 0, s t x i sum", "3000, 0.9, x y"})
  void compiledProgramsDoWhatInterpretedOnesDo(long seed, double free, String names)
      throws Throwable {
    EmittedClass emitted = new EmittedClass();
    List<Program> programs = new ArrayList<>();
    for (int k = 0; k < PROGRAMS; k++) {
      Program program = new RandomPrograms(seed + k).freeShare(free).next();
      Program named = new Names(new Random(seed + k), names.split(" ")).rename(program);
      emitted.add("m" + k, named);
      programs.add(named);
    }
    int longest = emitted.source().lines().mapToInt(String::length).max().orElseThrow();
    assertTrue(longest <= 100, "a line of " + longest + " columns");
    for (int k = 0; k < PROGRAMS; k++) {
      for (int run = 0; run < RUNS; run++) {
        check(emitted, "m" + k, programs.get(k), seed + k * (long) RUNS + run);
      }
    }
  }

  private static void check(EmittedClass emitted, String name, Program program, long seed)
      throws Throwable {
    Object[] forInterpreter = arguments(seed);
    String expected;
    try {
      expected = show(new Interpreter(program).stepLimit(STEPS).run(forInterpreter));
    } catch (Interpreter.StepLimitException e) {
      return;
    } catch (RuntimeException e) {
      expected = e.getClass().getName();
    }
    Object[] arguments = arguments(seed);
    String actual;
    try {
      actual = show(emitted.run(name, program.main(), arguments));
    } catch (RuntimeException e) {
      actual = e.getClass().getName();
    }
    assertEquals(
        expected + show(forInterpreter),
        actual + show(arguments),
        () -> "seed " + seed + "\n" + program + emitted.source(name));
  }

  /** Arguments of which an array is sometimes null. */
  private static Object[] arguments(long seed) {
    Random random = new Random(seed);
    Object[] arguments = Behaviour.arguments(random);
    if (random.nextInt(8) == 0) {
      arguments[3 + random.nextInt(2)] = null;
    }
    return arguments;
  }

  private static String show(Object[] objects) {
    return Arrays.deepToString(objects);
  }

  /** Gives values random names, as variables of a user that are assigned again and again. */
  private static final class Names {
    private final Random random;
    private final String[] names;
    private final Map<Value, Value> renamed = new HashMap<>();

    Names(Random random, String[] names) {
      this.random = random;
      this.names = names;
    }

    Program rename(Program program) {
      Map<String, Function> helpers = new LinkedHashMap<>();
      program.helpers().forEach((name, helper) -> helpers.put(name, rename(helper)));
      return new Program(rename(program.main()), helpers);
    }

    private Function rename(Function function) {
      return new Function(function.name(), rename(function.body()));
    }

    private Region rename(Region region) {
      List<Value> parameters = fresh(region.parameters());
      List<Op> ops = new ArrayList<>();
      for (Op op : region.ops()) {
        List<Value> operands = map(op.operands());
        List<Region> regions = op.regions().stream().map(this::rename).toList();
        ops.add(op.rebuild(operands, fresh(op.results()), regions));
      }
      return new Region(parameters, ops, map(region.yields()));
    }

    private List<Value> map(List<Value> values) {
      return values.stream().map(value -> renamed.getOrDefault(value, value)).toList();
    }

    private List<Value> fresh(List<Value> values) {
      List<Value> all = new ArrayList<>();
      for (Value value : values) {
        boolean chosen = value.name().isEmpty() && random.nextBoolean();
        String name = chosen ? names[random.nextInt(names.length)] : value.name();
        int line = 1 + random.nextInt(30);
        Value fresh = new Value(value.type(), name, new SourceRange(0, 1, line, 1));
        renamed.put(value, fresh);
        all.add(fresh);
      }
      return all;
    }
  }
}
