package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a program smaller while something stays wrong with it: leaves out statements and helpers,
 * puts a part in the place of the whole, literals in the place of terms.
 */
final class Shrinker {
  private static final int ATTEMPTS = 1500;

  private final Predicate<Program> isWrong;
  private int attempts = ATTEMPTS;
  private Program best;

  private Shrinker(Program program, Predicate<Program> isWrong) {
    this.best = program;
    this.isWrong = isWrong;
  }

  /** The smallest program found that is wrong as well. */
  static Program shrink(Program program, Predicate<Program> isWrong) {
    Shrinker shrinker = new Shrinker(program, isWrong);
    for (Program single : program.points() > 1 ? program.atOnePoint() : List.<Program>of()) {
      if (isWrong.test(single)) {
        shrinker.best = single;
        break;
      }
    }
    boolean improved = true;
    while (improved) {
      improved = shrinker.improve();
    }
    return shrinker.best;
  }

  /** Whether one pass over the program made it smaller. */
  private boolean improve() {
    int before = best.unit().size();
    visit(List.of());
    return best.unit().size() < before && attempts > 0;
  }

  /** Tries what can be done at a place, which is a path from the root, and below it. */
  private void visit(List<Integer> path) {
    Term here = at(best.unit(), path);
    if (here.sort() == Sort.BLOCK) {
      dropParts(path);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      Term now = at(best.unit(), path);
      for (Term candidate : replacements(now)) {
        if (candidate.size() < now.size() && attempt(path, candidate)) {
          changed = true;
          break;
        }
      }
    }
    for (int k = 0; k < at(best.unit(), path).parts().size(); k++) {
      List<Integer> below = new ArrayList<>(path);
      below.add(k);
      visit(below);
    }
  }

  private void dropParts(List<Integer> path) {
    for (int k = at(best.unit(), path).parts().size() - 1; k >= 0; k--) {
      attempt(path, at(best.unit(), path).without(k));
    }
  }

  private boolean attempt(List<Integer> path, Term candidate) {
    if (attempts-- <= 0) {
      return false;
    }
    Program smaller = best.with(put(best.unit(), path, candidate));
    if (!isWrong.test(smaller)) {
      return false;
    }
    best = smaller;
    return true;
  }

  /** What could stand instead, the smallest first. */
  private static List<Term> replacements(Term term) {
    List<Term> all = new ArrayList<>();
    if (term.sort().simplest() != null) {
      all.add(Term.of(term.sort(), term.sort().simplest()));
    }
    if (term.sort() == Sort.STATEMENT) {
      for (Term part : term.parts()) {
        if (part.sort() == Sort.BLOCK) {
          all.add(Term.of(Sort.STATEMENT, "{\n#\n}", part));
        }
      }
    }
    if (term.sort() != Sort.BLOCK && term.sort() != Sort.MEMBER) {
      term.parts().forEach(part -> collect(part, term.sort(), all));
    }
    return all;
  }

  private static void collect(Term term, Sort sort, List<Term> all) {
    if (term.sort().value() == sort) {
      all.add(new Term(sort, term.text(), term.parts()));
    } else {
      term.parts().forEach(part -> collect(part, sort, all));
    }
  }

  private static Term at(Term root, List<Integer> path) {
    Term term = root;
    for (int step : path) {
      term = term.parts().get(step);
    }
    return term;
  }

  private static Term put(Term root, List<Integer> path, Term replacement) {
    if (path.isEmpty()) {
      return replacement;
    }
    int step = path.get(0);
    Term part = put(root.parts().get(step), path.subList(1, path.size()), replacement);
    return root.with(step, part);
  }
}
