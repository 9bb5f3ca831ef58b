package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From a program that carries tangents along one direction to one that carries them along as many
 * unit vectors as its caller says, in <em>lanes</em>: it runs once, and where it computed with a
 * tangent, a loop over the lanes does. In each lane it does what the program did, in its order, so
 * that each tangent has the same bits.
 *
 * <p>{@link Jvp} of several directions writes each of them down, which lets the machine keep them
 * in registers, but takes code for each. Here the code is as long for one direction as for a
 * hundred, and the machine computes several lanes at once with its vectors; tangents go through
 * memory, though.
 */
public final class BatchDirections {
  private BatchDirections() {}

  /**
   * The program with lanes; empty if something other than numbers depends on tangents, such as a
   * decision, or if tangents go through calls or tapes.
   *
   * <p>The tangents among the parameters give way to {@code int}s: the lane of the unit vector
   * along a number, or along the first element of an array (arrays of arrays row by row); outside
   * of the lanes for none. Behind all parameters comes the number of lanes. Each floating result
   * becomes a row of lanes, or an array whose elements are such rows.
   *
   * @param tangents which of the main function's parameters are tangents, and of which parameter
   */
  public static Optional<Program> batch(Program program, Map<Integer, Integer> tangents) {
    Function main = program.main();
    List<Value> differing = tangents.keySet().stream().map(main.parameters()::get).toList();
    Lanes lanes = Lanes.of(main, differing, HelperEffects.of(program));
    if (!lanes.areEnough(differing)) {
      return Optional.empty();
    }
    Value count = new Value(PrimitiveType.INT, "lanes", SourceRange.NONE);
    Writing writing = new Writing(main, lanes, new LaneArrays(count), new LaneRows());
    return Optional.of(new Program(writing.function(tangents), program.helpers()));
  }

  private record Writing(Function old, Lanes lanes, LaneArrays arrays, LaneRows rows) {
    Function function(Map<Integer, Integer> tangents) {
      Set<Value> crossing = LaneCrossings.of(old.body(), lanes);
      crossing.forEach(rows::add);
      LaneWriter writer = new LaneWriter(lanes, arrays, rows, crossing);
      List<Value> parameters = new ArrayList<>();
      for (int i = 0; i < old.parameters().size(); i++) {
        Value parameter = old.parameters().get(i);
        Value made =
            tangents.containsKey(i)
                ? new Value(PrimitiveType.INT, parameter.name() + "Lane", parameter.source())
                : parameter.fresh();
        parameters.add(made);
        writer.parameter(parameter, made);
      }
      parameters.add(arrays.lanes());
      Builder body = new Builder();
      tangents.forEach((tangent, of) -> seed(tangent, parameters, of, writer, body));
      writer.write(old.body(), body);
      List<Value> results = old.results().stream().map(v -> writer.result(v, body)).toList();
      Builder whole = new Builder();
      rows.allocate(arrays.lanes(), whole);
      body.ops().forEach(whole::append);
      return new Function(old.name(), whole.region(parameters, results));
    }

    private void seed(int tangent, List<Value> parameters, int of, LaneWriter writer, Builder out) {
      Value parameter = old.parameters().get(tangent);
      Value lane = parameters.get(tangent);
      if (!parameter.type().isReference()) {
        rows.add(parameter);
        arrays.seed(rows.of(parameter, out), lane, out);
        return;
      }
      Value array = parameters.get(of);
      Value shadow = arrays.shadowOf(array, parameter.type(), parameter.name(), out);
      arrays.seed(array, shadow, parameter.type(), lane, out);
      writer.parameter(parameter, shadow);
    }
  }
}
