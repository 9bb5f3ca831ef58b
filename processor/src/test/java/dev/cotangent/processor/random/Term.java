package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a generated program: its text with a {@code #} for each part. A block's parts stand
 * one below the other.
 */
record Term(Sort sort, String text, List<Term> parts) {
  static final char HOLE = '#';

  static Term of(Sort sort, String text, Term... parts) {
    return new Term(sort, text, Arrays.asList(parts));
  }

  static Term block(List<Term> statements) {
    return new Term(Sort.BLOCK, "", List.copyOf(statements));
  }

  /** Several files, which {@link #print()} separates. */
  static Term files(List<Term> units) {
    return new Term(Sort.BLOCK, "", List.copyOf(units));
  }

  /** The same with another part. */
  Term with(int position, Term part) {
    List<Term> changed = new ArrayList<>(parts);
    changed.set(position, part);
    return new Term(sort, text, changed);
  }

  /** The same without a part of a block. */
  Term without(int position) {
    List<Term> fewer = new ArrayList<>(parts);
    fewer.remove(position);
    return new Term(sort, text, fewer);
  }

  /** How many pieces it is made of. */
  int size() {
    return 1 + parts.stream().mapToInt(Term::size).sum();
  }

  /** As Java, laid out. */
  String print() {
    StringBuilder flat = new StringBuilder();
    write(flat);
    StringBuilder laidOut = new StringBuilder();
    int depth = 0;
    for (String line : flat.toString().lines().toList()) {
      String content = line.strip();
      if (!content.isEmpty()) {
        int closing = content.startsWith("}") ? 1 : 0;
        laidOut.append("  ".repeat(Math.max(depth - closing, 0))).append(content).append('\n');
        depth += count(content, '{') - count(content, '}');
      }
    }
    return laidOut.toString();
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }

  private void write(StringBuilder out) {
    if (sort == Sort.BLOCK) {
      for (Term part : parts) {
        part.write(out);
        out.append('\n');
      }
      return;
    }
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == HOLE) {
        parts.get(next++).write(out);
      } else {
        out.append(text.charAt(i));
      }
    }
  }
}
