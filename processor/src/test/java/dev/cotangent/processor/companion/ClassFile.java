package dev.cotangent.processor.companion;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads how long the methods of a class file are (JVMS 4.1). */
public final class ClassFile {
  /** HotSpot compiles no method with more bytes of code than this. */
  public static final int LARGEST_COMPILED = 8000;

  private ClassFile() {}

  /** The length of each method's code, by name and descriptor. */
  public static Map<String, Integer> codeSizes(byte[] classFile) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
      in.skipNBytes(8);
      Map<Integer, String> texts = constantTexts(in);
      in.skipNBytes(6);
      in.skipNBytes(2L * in.readUnsignedShort());
      readMembers(in, texts);
      return readMembers(in, texts);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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

  /** Fields or methods: those with code. */
  private static Map<String, Integer> readMembers(DataInputStream in, Map<Integer, String> texts)
      throws IOException {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    int members = in.readUnsignedShort();
    for (int k = 0; k < members; k++) {
      in.skipNBytes(2);
      String name = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
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
