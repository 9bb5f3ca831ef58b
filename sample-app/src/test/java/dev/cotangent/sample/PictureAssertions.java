package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Looks at decoded pictures. */
final class PictureAssertions {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  private PictureAssertions() {}

  /**
   * The picture has its size, is mostly white, and has ink where there must be some: in the title,
   * at both axes, and colour (lines or dots) inside the plot.
   */
  static void assertDrawn(BufferedImage picture) {
    assertNotNull(picture, "not decodable");
    assertEquals(WIDTH, picture.getWidth());
    assertEquals(HEIGHT, picture.getHeight());
    int ink = count(picture, 0, 0, WIDTH, HEIGHT, false);
    assertTrue(ink < WIDTH * HEIGHT / 4, ink + " pixels of ink");
    assertTrue(count(picture, 0, 0, WIDTH, 70, false) > 500, "title");
    assertTrue(count(picture, 0, 70, 100, 600, false) > 500, "labels of the upright axis");
    assertTrue(count(picture, 100, 600, WIDTH, 665, false) > 300, "labels of the level axis");
    assertTrue(count(picture, 110, 70, WIDTH, 620, true) > 30, "colour inside the plot");
  }

  /** The pixels that are not white or, of those, the ones that are not grey either. */
  private static int count(
      BufferedImage picture, int left, int top, int right, int bottom, boolean coloured) {
    int count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        Color c = new Color(picture.getRGB(x, y));
        int high = Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()));
        int low = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
        if (coloured ? high - low > 40 : low < 200) {
          count++;
        }
      }
    }
    return count;
  }
}
