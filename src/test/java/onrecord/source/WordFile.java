package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes Word documents. Each line of a script is a paragraph: {@code #} starts a heading,
 * {@code @} a label in bold, {@code =} a bookmark, {@code >} a link with its target, {@code -} a
 * line that continues a paragraph, {@code +} a line break within a paragraph; {@code ~} is U+00A0.
 */
final class WordFile {

  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private final Map<String, String> links = new TreeMap<>();
  private final StringBuilder body = new StringBuilder();

  private WordFile() {}

  /** {@return the document of a script} */
  static byte[] of(String script) throws IOException {
    WordFile file = read(script);
    StringBuilder rels = new StringBuilder("<Relationships>");
    file.links.forEach(
        (id, target) -> rels.append("<Relationship Id=\"" + id + "\" Target=\"" + target + "\"/>"));
    return zip(file.document(), rels.append("</Relationships>").toString());
  }

  /** {@return the XML of the document of a script, whose links have no targets} */
  static String xml(String script) {
    return read(script).document();
  }

  private static WordFile read(String script) {
    WordFile file = new WordFile();
    script.lines().forEach(file::add);
    return file;
  }

  private String document() {
    return "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>";
  }

  /** {@return a document with an XML of its own} */
  static byte[] zip(String document, String rels) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "[Content_Types].xml", "<Types/>");
      add(zip, "word/document.xml", document);
      add(zip, "word/_rels/document.xml.rels", rels);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }

  private void add(String line) {
    if (line.startsWith("=")) {
      body.append("<w:bookmarkStart w:id=\"1\" w:name=\"" + line.substring(1) + "\"/>");
    } else if (line.startsWith(">")) {
      String[] parts = line.substring(1).split(" ", 2);
      String id = "rId" + links.size();
      links.put(id, "https://example.org/api/document?id=" + parts[0] + "&amp;context=");
      body.append("<w:p><w:hyperlink r:id=\"" + id + "\">")
          .append(run("<w:b/>", parts[1]))
          .append("</w:hyperlink></w:p>");
    } else {
      int tight = line.startsWith("-") ? 60 : 200;
      addParagraph(line.startsWith("-") ? line.substring(1) : line, tight);
    }
  }

  private void addParagraph(String line, int space) {
    int plus = line.indexOf('+');
    String before = plus < 0 ? "" : line.substring(0, plus);
    String rest = line.substring(plus + 1);
    boolean heading = rest.startsWith("#");
    body.append("<w:p><w:pPr>")
        .append(heading ? "<w:keepNext/>" : "")
        .append("<w:spacing w:before=\"" + space + "\"/></w:pPr>")
        .append(before.isEmpty() ? "" : run("", before))
        .append(plus < 0 ? "" : "<w:r><w:br/></w:r>");
    if (heading) {
      body.append(run("<w:b/><w:sz w:val=\"28\"/>", rest.substring(1)));
    } else if (rest.startsWith("@")) {
      int colon = rest.indexOf(':') + 1;
      body.append(run("<w:b/>", rest.substring(1, colon))).append(run("", rest.substring(colon)));
    } else {
      body.append(run("", rest));
    }
    body.append("</w:p>");
  }

  private static String run(String properties, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace('~', '\u00A0');
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space=\"preserve\">"
        + escaped
        + "</w:t></w:r>";
  }
}
