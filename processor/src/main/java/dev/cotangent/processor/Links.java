package dev.cotangent.processor;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.analysis.ForeignResults;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.emit.CompanionPrograms.Linked;
import dev.cotangent.processor.emit.CompanionPrograms.Repeats;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.LinkMember;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.simplify.LinkRecords;
import dev.cotangent.processor.simplify.SelectResults;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The programs through which the companions of other files differentiate calls of a method. Input:
 * the method's program. Output: a program for each member of {@code Link}.
 */
final class Links {
  private final MethodModel model;
  private final Program primal;
  private final Finish finish;

  private Links(MethodModel model, Program primal, Finish finish) {
    this.model = model;
    this.primal = primal;
    this.finish = finish;
  }

  /** What follows a transformation. */
  @FunctionalInterface
  interface Finish {
    /** The program made small, for the next transformation or, in the end, for the emitter. */
    Program run(Program program, boolean last);
  }

  /**
   * The programs. A method may be differentiable in the parameters that it names and not in all:
   * then there are none, and a reason.
   *
   * @param repeats whether calls of it may be repeated
   * @param twin how the define-by-run twin is made, if the method's own will not do
   */
  static Linked of(
      MethodModel model,
      Program primal,
      Repeats repeats,
      Finish finish,
      Optional<Supplier<Program>> twin) {
    try {
      Map<LinkMember, Program> members = new Links(model, linked(model, primal), finish).programs();
      return new Linked(members, twin.map(Supplier::get), Optional.empty(), repeats);
    } catch (Refusal refusal) {
      Diagnostic why = refusal.diagnostic();
      String reason = why.code().reason(why.arguments()) + " (" + why.code().id() + ")";
      return new Linked(Map.of(), Optional.empty(), Optional.of(reason), repeats);
    }
  }

  /**
   * The method's program as other companions call it: a {@code void} one gives nothing.
   *
   * @throws Refusal if it uses a record as an object, of whose components no derivative is known,
   *     or gives an array that others may know
   */
  static Program linked(MethodModel model, Program primal) {
    if (model.returned().record().isPresent()) {
      throw new Refusal(SourceRange.NONE, "it gives a record");
    }
    boolean returns = model.returned().type().isPresent();
    if (returns && ForeignResults.in(primal)) {
      throw new Refusal(SourceRange.NONE, "the array that it gives may be known to others");
    }
    Program called = returns ? primal : new SelectResults(List.of()).run(primal);
    return LinkRecords.in(called, model.linked())
        .orElseThrow(
            () -> new Refusal(SourceRange.NONE, "a record among its arguments is an object to it"));
  }

  private Map<LinkMember, Program> programs() {
    NonSmooth convention = model.nonSmooth();
    Vjp.Split split =
        StageRunner.staged("linked reverse mode", () -> Vjp.split(primal, convention));
    Map<LinkMember, Program> programs = new EnumMap<>(LinkMember.class);
    for (LinkMember member : LinkMember.values()) {
      if (member.isOffered(model.modes(), model.takesRecords(), model.isNumber())) {
        programs.put(
            member,
            switch (member) {
              case VALUE -> finish.run(primal, true);
              case FORWARD -> finish.run(split.forward(), true);
              case REVERSE -> finish.run(split.reverse(), true);
              case JVP -> tangent(primal);
              case FORWARD_TANGENT -> tangent(finish.run(split.forward(), false));
              case REVERSE_TANGENT -> tangent(finish.run(split.reverse(), false));
            });
      }
    }
    return programs;
  }

  private Program tangent(Program program) {
    Program dual =
        StageRunner.staged("linked forward mode", () -> Jvp.linked(program, model.nonSmooth()));
    return finish.run(dual, true);
  }
}
