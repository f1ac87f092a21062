package onrecord.source;

import java.util.regex.Pattern;

/** The line that counts the documents of the older Nexis, such as "3 of 20 DOCUMENTS". */
final class NexisSeparator {

  private static final String OF = "\\s+(?:of|von|de|sur|van|di|af|av|/)\\s+";
  private static final String NUMBER = "\\d[\\d.,]{0,8}";
  private static final String NOUN =
      "(?:documents?|dokumenten?|dokumente|documenten|documentos?|documenti|documento|dokumenter)";
  private static final String LINE =
      "(?:focus\\s*-\\s*)?(?:"
          + NUMBER
          + OF
          + NUMBER
          + "\\s+"
          + NOUN
          + "|(?:dokument|document|documento)\\s+"
          + NUMBER
          + OF
          + NUMBER
          + ")";

  private static final Pattern WHOLE = Pattern.compile("(?iu)" + LINE);
  private static final Pattern ANYWHERE =
      Pattern.compile("(?imu)^[\\s\\x{FEFF}]{0,80}" + LINE + "[ \\t\\r\\f]*$");

  private NexisSeparator() {}

  /** {@return whether a line, apart from blanks around it, separates documents} */
  static boolean isSeparator(String line) {
    return line.length() <= 200 && WHOLE.matcher(Press.clean(line)).matches();
  }

  /** {@return whether a text has a line that separates documents} */
  static boolean isIn(String text) {
    return ANYWHERE.matcher(text).find();
  }
}
