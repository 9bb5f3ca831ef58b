package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The rows that keep numbers of each lane from one lane loop to the next: the rows of one array,
 * made when the function is entered. Each number has one row wherever it is defined; an iteration
 * overwrites what the one before has left there.
 */
final class LaneRows {
  /** An array with a row of lanes for each number. */
  static final ArrayType TABLE = new ArrayType(ArrayType.DOUBLES);

  private final Value table = new Value(TABLE, "rows", SourceRange.NONE);
  private final Map<Value, Integer> places = new IdentityHashMap<>();
  private int count;

  /** Gives the number a row. */
  void add(Value number) {
    places.put(number, count++);
  }

  /** One value stands for another in its row. */
  void same(Value number, Value other) {
    places.put(number, places.get(other));
  }

  /** Whether the number has a row. */
  boolean has(Value number) {
    return places.containsKey(number);
  }

  /** The row of a number. */
  Value of(Value number, Builder out) {
    Value row = out.value(ArrayType.DOUBLES, number.name());
    out.append(new Load(table, out.constant(places.get(number)), row));
    return row;
  }

  /** Makes the rows, all zero; when it is known how many there are. */
  void allocate(Value lanes, Builder out) {
    if (count > 0) {
      out.append(new Alloc(out.constant(count), Alloc.Purpose.SHADOW, table));
      out.repeat(
          "i",
          out.constant(count),
          (body, i) ->
              body.store(
                  table, i, body.alloc(ArrayType.DOUBLES, lanes, Alloc.Purpose.SHADOW, "row")));
    }
  }
}
