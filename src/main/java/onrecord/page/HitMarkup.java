package onrecord.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Speaker;
import onrecord.query.ArticleReference;
import onrecord.query.Hit;

/** Writes hits as parts of a page. Stateless. */
public final class HitMarkup {

  /** The maximum number of characters of a name or a title that is shown. */
  private static final int MAX_LENGTH = 300;

  private HitMarkup() {}

  /**
   * {@return a list of hits: the words in their context, who said them, and where}
   *
   * @param hits the hits, which should have context and highlights
   * @param start the number of the first
   */
  public static Markup list(List<Hit> hits, long start) {
    Markup markup = new Markup().open("ol", "class", "hits", "start", String.valueOf(start)).line();
    for (Hit hit : hits) {
      markup.open("li");
      markup.open("p", "class", "excerpt", "dir", "auto").append(Excerpt.of(hit)).close();
      speaker(markup, hit.quotation());
      markup.open("p", "class", "source").append(source(hit.article())).close();
      if (hit.occurrences().size() > 1) {
        markup.element(
            "p",
            "The same words occur in "
                + hit.occurrences().size()
                + " places of the archive, of which this is the first.",
            "class",
            "source");
      }
      markup.close().line();
    }
    return markup.close();
  }

  private static void speaker(Markup markup, Quotation quotation) {
    Speaker speaker = quotation.speaker();
    markup.open("p", "class", "speaker").text("\u2014 ");
    markup.open("b").element("bdi", shortened(speaker.name())).close();
    speaker.printed().ifPresent(name -> aside(markup, " (printed: ", name, ")"));
    speaker.description().ifPresent(words -> aside(markup, ", ", words, ""));
    quotation
        .said()
        .flatMap(Said::date)
        .map(PartialDate::toString)
        .ifPresent(date -> markup.text(", said " + date));
    if (speaker.isKnown()) {
      markup
          .text(" ")
          .element(
              "span",
              String.format(Locale.ROOT, "confidence %.2f", quotation.confidence()),
              "class",
              "confidence");
    }
    markup.close();
  }

  private static void aside(Markup markup, String before, String text, String after) {
    markup.text(before).element("bdi", shortened(text)).text(after);
  }

  /**
   * {@return the title of an article, which is a link if it has an address, its outlet and date}
   */
  public static Markup source(ArticleReference article) {
    Markup markup = new Markup();
    article.outlet().ifPresent(outlet -> markup.element("bdi", shortened(outlet)).text(" \u00b7 "));
    article
        .published()
        .map(Published::day)
        .ifPresent(day ->
            markup.element("time", day.toString(), "datetime", day.toString()).text(" \u00b7 "));
    String title = shortened(article.title().isBlank() ? article.id() : article.title());
    Optional<String> link = WebAddress.link(article.url());
    if (link.isPresent()) {
      markup
          .open("a", "href", link.get(), "rel", "noopener noreferrer")
          .element("bdi", title)
          .close();
    } else {
      markup.element("bdi", title);
    }
    return markup;
  }

  /** {@return a text that is shortened to what a page can show of a name or a title} */
  public static String shortened(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, MAX_LENGTH - 1));
    return text.substring(0, end) + "\u2026";
  }
}
