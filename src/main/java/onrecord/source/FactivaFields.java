package onrecord.source;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the fields of an article of Factiva, which have codes of two or three letters. */
final class FactivaFields {

  private static final Splitter BAR = Splitter.on('|').trimResults().omitEmptyStrings();
  private static final String AFTER_CODE = " : ";
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[AP]M)?");
  private static final Pattern SOURCE_CODE = Pattern.compile("[A-Z0-9]{2,8}");
  private static final Pattern DOCUMENT =
      Pattern.compile("(?iu)(?:document|dokument|documento|документ|文書|文件)\\s+(\\w{12,40})");

  private final ArticleFields fields = new ArticleFields();
  private final List<String> text = new ArrayList<>();
  private String day = "";
  private String time = "";

  /** {@return whether a code is that of the first paragraphs or of the others} */
  static boolean isText(String code) {
    return Set.of("LP", "TD").contains(code);
  }

  /** Adds paragraphs of the text. */
  void addText(List<String> paragraphs) {
    paragraphs.stream().filter(paragraph -> !paragraph.isBlank()).forEach(text::add);
  }

  /** Adds a field by its code; one that an article does not hold is recorded as unused. */
  void add(String code, String printed) {
    String value = Press.clean(printed);
    if (value.isEmpty()) {
      return;
    }
    boolean used =
        switch (code) {
          case "HD" -> Press.addOnce(fields, "title", value);
          case "SN" -> Press.addOnce(fields, "outlet", value);
          case "AN" -> accessionNumber(value).map(this::addId).orElse(false);
          case "PD" -> {
            day = value;
            yield true;
          }
          case "ET" -> {
            time = value;
            yield true;
          }
          case "BY" -> {
            fields.add("authors", Byline.names(value));
            yield true;
          }
          case "SE" -> {
            Press.addSection(fields, value);
            yield true;
          }
          case "LA" -> {
            Press.addLanguage(fields, code, value);
            yield true;
          }
          case "NS" -> {
            fields.add("tags", terms(value));
            yield true;
          }
          default -> false;
        };
    if (!used) {
      fields.unused(code);
    }
  }

  /**
   * Adds the lines from the count of words to the copyright: the day, time, source, code, edition,
   * language.
   */
  void addLines(List<String> raw) {
    List<String> lines = raw.stream().map(Press::clean).toList();
    int at = 0;
    if (at < lines.size()) {
      add("WC", lines.get(at++));
    }
    if (at < lines.size()) {
      add("PD", lines.get(at++));
    }
    if (at < lines.size() && TIME.matcher(lines.get(at)).matches()) {
      add("ET", lines.get(at++));
    }
    if (at < lines.size()) {
      add("SN", lines.get(at++));
    }
    if (at < lines.size() && SOURCE_CODE.matcher(lines.get(at)).matches()) {
      add("SC", lines.get(at++));
    }
    int language = language(lines, at);
    for (int i = at; i < lines.size(); i++) {
      add(i == language ? "LA" : Press.isCopyright(lines.get(i)) ? "CY" : "ED", lines.get(i));
    }
  }

  /** {@return the index of the last line that names a language, before the copyright} */
  private static int language(List<String> lines, int from) {
    int language = -1;
    for (int i = from; i < lines.size() && !Press.isCopyright(lines.get(i)); i++) {
      String line = lines.get(i);
      if (line.length() > 3 && line.indexOf(',') < 0 && LanguageName.tag(line).isPresent()) {
        language = i;
      }
    }
    return language;
  }

  private boolean addId(String number) {
    return Press.addOnce(fields, "id", number);
  }

  /** {@return the terms of "gpol : Domestic Politics | gvote : Elections"} */
  private static List<String> terms(String value) {
    return BAR.splitToStream(value)
        .map(term -> {
          int code = term.indexOf(AFTER_CODE);
          return code < 0 ? term : term.substring(code + AFTER_CODE.length()).strip();
        })
        .distinct()
        .toList();
  }

  /** {@return whether a paragraph describes a picture, as the last ones of some outlets do} */
  private static boolean isCaption(String paragraph) {
    return PressLabel.labelled(paragraph)
        .flatMap(PressLabel.Labelled::label)
        .filter(label -> label == PressLabel.CAPTION)
        .isPresent();
  }

  /** {@return the fields of the article} */
  ArticleFields toFields() {
    fields.addDate(time.isEmpty() ? day : day + " " + time);
    while (text.size() > 1 && isCaption(text.getLast())) {
      text.removeLast();
      fields.unused("caption");
    }
    if (!text.isEmpty()) {
      fields.add("text", String.join("\n\n", text));
    }
    return fields;
  }

  /** {@return the accession number of the line "Document TEST0000020120109e51700030"} */
  static Optional<String> accessionNumber(String line) {
    Matcher document = DOCUMENT.matcher(Press.clean(line));
    return document.matches() ? Optional.of(document.group(1)) : Optional.empty();
  }
}
