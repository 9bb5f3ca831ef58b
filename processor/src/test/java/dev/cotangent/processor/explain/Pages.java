package dev.cotangent.processor.explain;

import dev.cotangent.processor.companion.Compiled;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the pages that a compilation wrote. */
final class Pages {
  private Pages() {}

  /** The pages by their paths. */
  static Map<String, Document> of(Compiled compiled) {
    Map<String, Document> pages = new TreeMap<>();
    compiled
        .resources()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".html")) {
                pages.put(path, parse(text));
              }
            });
    return pages;
  }

  /** The page as XML, which it is as well. */
  private static Document parse(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException failure) {
      throw new AssertionError(text, failure);
    }
  }

  /** The elements of a name within another one. */
  static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The element with that id or class. */
  static Element named(Document page, String name) {
    return elements(page.getDocumentElement(), "*").stream()
        .filter(
            it ->
                it.getAttribute("id").equals(name)
                    || List.of(it.getAttribute("class").split(" ")).contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /** What the code of each line of code says, by the order of the lines. */
  static List<String> code(Element pane) {
    return elements(pane, "code").stream().map(Element::getTextContent).toList();
  }

  /** The lines of the user's file that the lines of code belong to, in order. */
  static List<Integer> places(Element pane) {
    return elements(pane, "li").stream()
        .map(it -> it.getAttribute("data-line"))
        .filter(line -> !line.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /** The rows of a table as texts of their cells. */
  static List<List<String>> rows(Document page, String section) {
    Element card =
        elements(page.getDocumentElement(), "section").stream()
            .filter(it -> it.getAttribute("id").equals(section))
            .findFirst()
            .orElseThrow();
    return elements(card, "tr").stream()
        .map(row -> elements(row, "td").stream().map(Element::getTextContent).toList())
        .filter(cells -> !cells.isEmpty())
        .toList();
  }
}
