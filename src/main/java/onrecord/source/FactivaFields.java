package onrecord.source;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the fields of an article of Factiva, which have codes of two or three letters. */
final class FactivaFields {

  private static final Splitter BAR = Splitter.on('|').trimResults().omitEmptyStrings();
  private static final String AFTER_CODE = " : ";

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
          case "AN" -> FactivaPage.accessionNumber(value).map(this::addId).orElse(false);
          case "PD" -> {
            day = value;
            yield true;
          }
          case "ET" -> {
            time = value;
            yield true;
          }
          case "BY" -> {
            fields.add("authors", PressByline.names(value));
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
}
