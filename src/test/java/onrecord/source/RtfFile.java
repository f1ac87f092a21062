package onrecord.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes RTF. The lines of a script are those of {@link WordFile}, and a tab is a tab. */
final class RtfFile {

  private final StringBuilder rtf =
      new StringBuilder(
          "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Nexis Sans;}}"
              + "{\\*\\generator Nothing}{\\info{\\title Not a text}}\n");

  private RtfFile() {}

  /** {@return the document of a script} */
  static byte[] of(String script) {
    RtfFile file = new RtfFile();
    script.lines().forEach(file::add);
    return file.rtf.append("}").toString().getBytes(US_ASCII);
  }

  private void add(String line) {
    if (line.startsWith("=")) {
      String name = line.substring(1);
      rtf.append("{\\*\\bkmkstart " + name + "}{\\*\\bkmkend " + name + "}\n");
    } else if (line.startsWith(">")) {
      String[] parts = line.substring(1).split(" ", 2);
      rtf.append("\\pard\\qc{\\field{\\*\\fldinst HYPERLINK \"https://example.org/?id=")
          .append(parts[0])
          .append("\"}{\\fldrslt {\\b ")
          .append(escaped(parts[1]))
          .append("}}}\\par\n");
    } else {
      boolean tight = line.startsWith("-");
      addParagraph(tight ? line.substring(1) : line, tight ? 60 : 200);
    }
  }

  private void addParagraph(String line, int space) {
    int plus = line.indexOf('+');
    String rest = line.substring(plus + 1);
    boolean heading = rest.startsWith("#");
    rtf.append("\\pard").append(heading ? "\\keepn" : "").append("\\sb" + space + "\\ql ");
    rtf.append(plus > 0 ? escaped(line.substring(0, plus)) : "").append(plus < 0 ? "" : "\\line ");
    if (heading) {
      rtf.append("{\\b\\fs28 " + escaped(rest.substring(1)) + "}");
    } else if (rest.startsWith("@")) {
      int colon = rest.indexOf(':') + 1;
      rtf.append("{\\b\\fs20 " + escaped(rest.substring(1, colon)) + "}")
          .append("{\\fs20 " + escaped(rest.substring(colon)) + "}");
    } else {
      rtf.append("{\\fs20 " + escaped(rest) + "}");
    }
    rtf.append("\\par\n");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '~', '\u00A0' -> escaped.append("\\~");
        case '\t' -> escaped.append("\\tab ");
        case '\\', '{', '}' -> escaped.append('\\').append(c);
        default -> escaped.append(c < 128 ? String.valueOf(c) : "\\u" + (short) c + "?");
      }
    }
    return escaped.toString();
  }
}
