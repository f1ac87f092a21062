package onrecord.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.jspecify.annotations.Nullable;

/**
 * The speech in a document of TEI: the utterances of a transcript, or else the elements {@code
 * said} of a text, of which those that {@code prev} connects are one quotation. Not thread-safe.
 */
final class TeiSpeech {

  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private final TeiPeople people;
  private final String day;
  private final Map<String, Speaker> speakers = new HashMap<>();
  private final List<Said> said = new ArrayList<>();
  private boolean unlisted;

  /** What somebody said, in one or more parts. */
  private record Said(List<Span> runs, QuotationKind kind, Speaker speaker, double confidence) {
    int start() {
      return runs.getFirst().start();
    }
  }

  /**
   * Creates the speech of a document, of which nothing is read yet.
   *
   * @param people those who may speak
   * @param day the day of the document; empty if it is not known
   */
  TeiSpeech(TeiPeople people, String day) {
    this.people = people;
    this.day = day;
  }

  /** {@return whether an utterance that was read has a speaker whom no list has} */
  boolean hasUnlistedSpeakers() {
    return unlisted;
  }

  /** Reads the speech in the body of the document and returns its text; empty if it has none. */
  String text(XmlElement body) {
    List<XmlElement> utterances = body.all("u").toList();
    if (!utterances.isEmpty()) {
      return text(utterances);
    }
    XmlText text = XmlText.of(body, Set.of("said"));
    Map<String, Said> byId = new HashMap<>();
    for (XmlText.Marked marked : text.marked()) {
      add(marked, byId);
    }
    return text.text();
  }

  private String text(List<XmlElement> utterances) {
    StringBuilder text = new StringBuilder();
    for (XmlElement utterance : utterances) {
      String words = String.join("\n\n", XmlText.paragraphs(utterance));
      if (!words.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(words);
        Span span = new Span(text.length() - words.length(), text.length());
        Speaker speaker = speakerOfUtterance(utterance.attribute("who"));
        said.add(new Said(List.of(span), QuotationKind.DIRECT, speaker, speaker.isKnown() ? 1 : 0));
      }
    }
    return text.toString();
  }

  private void add(XmlText.Marked marked, Map<String, Said> byId) {
    XmlElement element = marked.element();
    Said whole = byId.get(TeiPeople.reference(element.attribute("prev")));
    if (whole == null) {
      Speaker speaker = speaker(element.attribute("who"));
      whole =
          new Said(
              new ArrayList<>(),
              element.attribute("direct").equals("false")
                  ? QuotationKind.INDIRECT
                  : QuotationKind.DIRECT,
              speaker,
              speaker.isKnown()
                  ? GivenQuotations.confidence(Optional.of(element.attribute("cert")))
                  : 0);
      said.add(whole);
    }
    if (whole.runs().isEmpty() || whole.runs().getLast().end() <= marked.span().start()) {
      whole.runs().add(marked.span());
    }
    if (!element.attribute("id").isEmpty()) {
      byId.put(element.attribute("id"), whole);
    }
  }

  /**
   * {@return the quotations of the article with the text, of those that start at the same place the
   * outermost; null if they are to be extracted}
   */
  @SuppressWarnings("ReturnsNullCollection") // No quotations are something else than none given.
  @Nullable List<Quotation> quotations(Article article) {
    if (said.isEmpty()) {
      return null;
    }
    Set<Integer> starts = new HashSet<>();
    return said.stream()
        .filter(one -> starts.add(one.start()))
        .sorted(Comparator.comparingInt(Said::start))
        .map(one ->
            Quotation.builder(article, one.runs())
                .kind(one.kind())
                .speaker(one.speaker())
                .confidence(one.confidence())
                .rule(GivenQuotations.RULE)
                .build())
        .toList();
  }

  /**
   * {@return the speaker of an utterance, whose pointer is the same in all documents of a corpus}
   */
  private Speaker speakerOfUtterance(String who) {
    Speaker speaker = speaker(who);
    unlisted |= speaker.isKnown() && !people.has(TeiPeople.reference(who));
    return speaker.id().isPresent() || !speaker.isKnown()
        ? speaker
        : new Speaker(
            speaker.name(),
            speaker.type(),
            speaker.description(),
            Optional.of(TeiPeople.reference(who)),
            speaker.printed(),
            speaker.fields());
  }

  private Speaker speaker(String who) {
    return speakers.computeIfAbsent(
        TeiPeople.reference(who), id -> people.speaker(id, day).orElseGet(() -> named(id)));
  }

  private static Speaker named(String id) {
    String name = CAMEL.matcher(id.replace('_', ' ')).replaceAll(" ").strip();
    return name.isEmpty() ? Speaker.UNKNOWN : Speaker.of(name, SpeakerType.PERSON);
  }
}
