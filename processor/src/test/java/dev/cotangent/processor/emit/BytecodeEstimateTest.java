package dev.cotangent.processor.emit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BytecodeEstimateTest {
  @Test
  void estimatesAreSeldomTooLowAndNeverFarTooHigh() throws IOException {
    EmittedClass emitted = new EmittedClass();
    Map<String, Integer> estimates = new LinkedHashMap<>();
    for (int k = 0; k < 40; k++) {
      Program program = new RandomPrograms(k).next();
      emitted.add("m" + k, program);
      estimates.put("m" + k, BytecodeEstimate.of(program.main()));
    }
    Map<String, Integer> sizes = codeSizes(emitted.classFile());
    double estimated = 0;
    double actual = 0;
    for (Map.Entry<String, Integer> entry : estimates.entrySet()) {
      int size = sizes.get(entry.getKey());
      String message = entry + " is " + size;
      assertTrue(entry.getValue() > 0.8 * size, message);
      assertTrue(entry.getValue() < 4.0 * size + 50, message);
      estimated += entry.getValue();
      actual += size;
    }
    double ratio = estimated / actual;
    assertTrue(ratio > 1 && ratio < 2.5, "on the whole " + ratio);
  }

  /** The length of each method's code, read from a class file (JVMS 4.1). */
  private static Map<String, Integer> codeSizes(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipNBytes(8);
    Map<Integer, String> texts = constantTexts(in);
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers(in, texts);
    return readMembers(in, texts);
  }

  private static Map<Integer, String> constantTexts(DataInputStream in) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    int count = in.readUnsignedShort();
    for (int k = 1; k < count; k++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(k, in.readUTF());
        case 5, 6 -> {
          in.skipNBytes(8);
          k++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(4);
      }
    }
    return texts;
  }

  /** Fields or methods: those with code, by name. */
  private static Map<String, Integer> readMembers(DataInputStream in, Map<Integer, String> texts)
      throws IOException {
    Map<String, Integer> sizes = new HashMap<>();
    int members = in.readUnsignedShort();
    for (int k = 0; k < members; k++) {
      in.skipNBytes(2);
      String name = texts.get(in.readUnsignedShort());
      in.skipNBytes(2);
      int attributes = in.readUnsignedShort();
      for (int a = 0; a < attributes; a++) {
        String attribute = texts.get(in.readUnsignedShort());
        DataInputStream content =
            new DataInputStream(new ByteArrayInputStream(in.readNBytes(in.readInt())));
        if ("Code".equals(attribute)) {
          content.skipNBytes(4);
          sizes.put(name, content.readInt());
        }
      }
    }
    return sizes;
  }
}
