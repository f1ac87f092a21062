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
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Fields;
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

  private final Map<String, Speaker> people = new HashMap<>();
  private final List<Said> said = new ArrayList<>();

  /** What somebody said, in one or more parts. */
  private record Said(List<Span> runs, QuotationKind kind, Speaker speaker, double confidence) {
    int start() {
      return runs.getFirst().start();
    }
  }

  /** Creates the speech of a document, of which nothing is read yet. */
  TeiSpeech(XmlElement tei) {
    String day = Tei.date(tei).map(date -> date.attribute("when")).orElse("");
    // The names of the bodies that persons belong to come first.
    Stream.concat(tei.all("org"), tei.all("person")).forEach(person -> addPerson(person, day));
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
    Said whole = byId.get(reference(element.attribute("prev")));
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
    return speaker.id().isPresent() || !speaker.isKnown()
        ? speaker
        : new Speaker(
            speaker.name(),
            speaker.type(),
            speaker.description(),
            Optional.of(reference(who)),
            speaker.printed(),
            speaker.fields());
  }

  private Speaker speaker(String who) {
    String id = reference(who);
    Speaker listed = people.get(id);
    if (listed != null) {
      return listed;
    }
    String name = CAMEL.matcher(id.replace('_', ' ')).replaceAll(" ").strip();
    return name.isEmpty() ? Speaker.UNKNOWN : Speaker.of(name, SpeakerType.PERSON);
  }

  /** {@return the id that a pointer refers to} */
  private static String reference(String pointer) {
    return pointer.substring(pointer.lastIndexOf('#') + 1);
  }

  /** Adds a person or an organization that the document lists. */
  private void addPerson(XmlElement person, String day) {
    String element = person.name().equals("org") ? "orgName" : "persName";
    String id = person.attribute("id");
    Optional<XmlElement> name =
        person.children(element).stream()
            .filter(n -> !n.attribute("type").equals("printed"))
            .findFirst();
    String printed = name.map(TeiSpeech::name).orElse("");
    if (id.isEmpty() || printed.isEmpty()) {
      return;
    }
    boolean described = name.filter(n -> n.attribute("type").equals("description")).isPresent();
    SpeakerType type = person.name().equals("org") ? SpeakerType.ORGANIZATION : SpeakerType.PERSON;
    people.put(
        id,
        new Speaker(
            printed,
            described ? SpeakerType.UNNAMED : type,
            nonEmpty(person.text("note")),
            nonEmpty(person.text("idno")),
            person.children(element).stream()
                .filter(n -> n.attribute("type").equals("printed"))
                .map(XmlElement::text)
                .findFirst(),
            fields(person, day)));
  }

  /** {@return the sex of a person, and what the person belongs to on the day of the document} */
  private Fields fields(XmlElement person, String day) {
    Fields.Builder fields = Fields.builder();
    person.children("sex").stream()
        .flatMap(sex -> firstOf(sex.attribute("value"), sex.text()).stream())
        .forEach(sex -> fields.name("sex", sex));
    person.children("affiliation").stream()
        .filter(affiliation -> isOn(affiliation, day))
        .flatMap(affiliation ->
            firstOf(affiliation.text(), bodyName(affiliation.attribute("ref"))).stream())
        .forEach(body -> fields.name("affiliation", body));
    return fields.build();
  }

  private String bodyName(String ref) {
    Speaker body = people.get(reference(ref));
    return body == null ? reference(ref) : body.name();
  }

  private static Optional<String> firstOf(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst();
  }

  /** {@return whether something lasts on a day, which is empty if it is not known} */
  private static boolean isOn(XmlElement element, String day) {
    String from = element.attribute("from");
    String to = element.attribute("to");
    return day.isEmpty()
        ? from.isEmpty() && to.isEmpty()
        : from.compareTo(day) <= 0
            && (to.isEmpty()
                || day.substring(0, Math.min(day.length(), to.length())).compareTo(to) <= 0);
  }

  private static Optional<String> nonEmpty(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  /** {@return the forename before the surname, whatever their order in the document} */
  private static String name(XmlElement name) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of("forename", "nameLink", "surname")) {
      name.children(part).forEach(element -> parts.add(element.text()));
    }
    return parts.isEmpty() ? name.text() : String.join(" ", parts);
  }
}
