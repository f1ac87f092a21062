package onrecord.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.model.Fields;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.jspecify.annotations.Nullable;

/**
 * The persons and organizations that a document of TEI lists, or a file beside it, by their ids.
 * Not thread-safe.
 */
final class TeiPeople {

  private static final int PER_TEXT = 64;
  private static final Set<String> PARTIES = Set.of("politicalParty", "parliamentaryGroup");

  private final Map<String, Listed> listed = new HashMap<>();
  private final @Nullable TeiPeople others;
  private long size;

  /**
   * A person or an organization.
   *
   * @param role what kind of body it is, such as "politicalParty"; empty if that is not said
   * @param speaker the speaker under the first name, without fields
   * @param names the names, the full ones first
   */
  private record Listed(
      String role,
      Speaker speaker,
      List<Dated> names,
      List<String> sexes,
      List<Affiliation> affiliations) {

    String name(String day) {
      return names.stream()
          .filter(name -> name.time().includes(day))
          .findFirst()
          .orElse(names.getFirst())
          .text();
    }
  }

  private record Dated(String text, Time time) {}

  /** What a person belongs to: a body that is referred to, or else a text. */
  private record Affiliation(String ref, String text, Time time) {}

  /** The time for which something holds, from and to a day, month or year; empty if unlimited. */
  private record Time(String from, String to) {

    static Time of(XmlElement element) {
      return new Time(element.attribute("from"), element.attribute("to"));
    }

    /** {@return whether a day, which is empty if it is not known, is within this time} */
    boolean includes(String day) {
      return day.isEmpty()
          ? from.isEmpty() && to.isEmpty()
          : from.compareTo(day) <= 0
              && (to.isEmpty()
                  || day.substring(0, Math.min(day.length(), to.length())).compareTo(to) <= 0);
    }
  }

  /** Creates a list without anybody. */
  TeiPeople() {
    this.others = null;
  }

  /**
   * Creates a list of those that a document lists itself.
   *
   * @param others those that are listed elsewhere, for ids that the document does not list
   */
  TeiPeople(XmlElement tei, TeiPeople others) {
    this.others = others;
    Stream.concat(tei.all("org"), tei.all("person")).forEach(this::add);
  }

  /** {@return about how many characters this list takes in memory} */
  long size() {
    return size;
  }

  /** Adds a person or an organization; one without an id or a name cannot be referred to. */
  void add(XmlElement element) {
    boolean organization = element.name().equals("org");
    List<XmlElement> all = element.children(organization ? "orgName" : "persName");
    List<XmlElement> named = all.stream().filter(TeiPeople::isName).toList();
    List<Dated> names =
        Stream.concat(
                named.stream().filter(name -> !name.attribute("full").equals("abb")),
                named.stream())
            .map(name -> new Dated(inOrder(name), Time.of(name)))
            .filter(name -> !name.text().isEmpty())
            .toList();
    String id = element.attribute("id");
    if (id.isEmpty() || names.isEmpty()) {
      return;
    }
    boolean described = named.getFirst().attribute("type").equals("description");
    SpeakerType type = organization ? SpeakerType.ORGANIZATION : SpeakerType.PERSON;
    put(
        id,
        new Listed(
            element.attribute("role"),
            new Speaker(
                names.getFirst().text(),
                described ? SpeakerType.UNNAMED : type,
                nonEmpty(element.text("note")),
                number(element),
                all.stream().filter(name -> !isName(name)).map(XmlElement::text).findFirst(),
                Fields.NONE),
            names,
            sexes(element),
            affiliations(element)));
  }

  private void put(String id, Listed one) {
    listed.put(id, one);
    int texts = 4 + 3 * one.names().size() + one.sexes().size() + 3 * one.affiliations().size();
    size += id.length() + (long) PER_TEXT * texts;
    one.names().forEach(name -> size += name.text().length());
    one.affiliations().forEach(a -> size += a.ref().length() + a.text().length());
    size += one.speaker().description().map(String::length).orElse(0);
  }

  private static List<String> sexes(XmlElement person) {
    return person.children("sex").stream()
        .flatMap(sex -> firstOf(sex.attribute("value"), sex.text()).stream())
        .distinct()
        .toList();
  }

  /** The text of one that refers to a body may be an office in it, which is left out. */
  private static List<Affiliation> affiliations(XmlElement person) {
    return person.children("affiliation").stream()
        .map(element -> {
          String ref = reference(element.attribute("ref"));
          return new Affiliation(ref, ref.isEmpty() ? element.text() : "", Time.of(element));
        })
        .distinct()
        .toList();
  }

  /** {@return the id of a person in other sources; addresses of pages about the person are none} */
  private static Optional<String> number(XmlElement person) {
    return person.children("idno").stream()
        .filter(number -> number.attribute("subtype").isEmpty())
        .map(XmlElement::text)
        .filter(number -> !number.isEmpty())
        .findFirst();
  }

  /** {@return whether somebody has an id} */
  boolean has(String id) {
    return find(id).isPresent();
  }

  /** {@return a person or an organization as on a day, which is empty if it is not known} */
  Optional<Speaker> speaker(String id, String day) {
    return find(id)
        .map(one -> {
          Speaker speaker = one.speaker();
          return new Speaker(
              one.name(day),
              speaker.type(),
              speaker.description(),
              speaker.id(),
              speaker.printed(),
              fields(one, day));
        });
  }

  private Optional<Listed> find(String id) {
    Listed one = listed.get(id);
    return one != null || others == null ? Optional.ofNullable(one) : others.find(id);
  }

  /** {@return the sex of a person, and what the person belongs to on a day} */
  private Fields fields(Listed person, String day) {
    Fields.Builder fields = Fields.builder();
    person.sexes().forEach(sex -> fields.name("sex", sex));
    List<String> parties = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (Affiliation affiliation : person.affiliations()) {
      if (affiliation.time().includes(day)) {
        Optional<Listed> body = find(affiliation.ref());
        boolean party = body.filter(one -> PARTIES.contains(one.role())).isPresent();
        firstOf(affiliation.text(), body.map(one -> one.name(day)).orElse(""), affiliation.ref())
            .ifPresent((party ? parties : bodies)::add);
      }
    }
    parties.stream().distinct().forEach(party -> fields.name("party", party));
    bodies.stream().distinct().forEach(body -> fields.name("affiliation", body));
    return fields.build();
  }

  /** {@return the id that a pointer refers to} */
  static String reference(String pointer) {
    return pointer.substring(pointer.lastIndexOf('#') + 1);
  }

  private static boolean isName(XmlElement name) {
    return !name.attribute("type").equals("printed");
  }

  private static Optional<String> firstOf(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst();
  }

  private static Optional<String> nonEmpty(String text) {
    return firstOf(text);
  }

  /** {@return the forename before the surname, whatever their order in the document} */
  private static String inOrder(XmlElement name) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of("forename", "nameLink", "surname")) {
      name.children(part).forEach(element -> parts.add(element.text()));
    }
    return parts.isEmpty() ? name.text() : String.join(" ", parts);
  }
}
