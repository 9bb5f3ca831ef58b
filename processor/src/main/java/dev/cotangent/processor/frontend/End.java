package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** What the region under construction yields at the end of each path through it. */
interface End {
  /** The yields of a path that ends with this jump. */
  List<Value> yields(Jump jump);

  /** Fresh values like the yields. */
  List<Value> fresh(SourceRange at);
}
