package onrecord.extract;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.KnownSpeaker;
import onrecord.model.Quotation;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/**
 * Identifies speakers by a list of known speakers, so that a person has the same name and id in all
 * articles. Immutable, thread-safe.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="authority"}
 *
 * <p>A name matches a known speaker if it equals the whole name or an alias of that speaker,
 * regardless of case, accents, full stops and preceding titles. Nothing else is tried: a surname
 * alone matches only if the list has it as an alias. A name that matches several known speakers is
 * ambiguous, and identifies none of them.
 */
public final class SpeakerAuthority {

  /** An authority with an empty list. */
  public static final SpeakerAuthority NONE = of(List.of());

  private final NameIndex<KnownSpeaker> byKey;
  private final List<AmbiguousName> ambiguous;
  private final String version;

  private SpeakerAuthority(
      NameIndex<KnownSpeaker> byKey, List<AmbiguousName> ambiguous, String version) {
    this.byKey = byKey;
    this.ambiguous = ambiguous;
    this.version = version;
  }

  /**
   * Returns an authority with a list of known speakers.
   *
   * @throws IllegalArgumentException if two known speakers have the same id
   */
  public static SpeakerAuthority of(List<KnownSpeaker> speakers) {
    requireOwnIds(speakers);
    NameIndex<KnownSpeaker> byKey =
        NameIndex.of(speakers, speaker -> speaker.names().flatMap(SpeakerAuthority::keys));
    return new SpeakerAuthority(byKey, ambiguous(speakers, byKey), version(speakers));
  }

  /**
   * Returns the keys of a name. A title is removed only before two or more words: "Dr. Holm" does
   * not add the name "Holm".
   */
  private static Stream<String> keys(String name) {
    String key = NameKey.of(name);
    String bare = NameKey.withoutTitles(key);
    return (bare.indexOf(' ') >= 0 ? Stream.of(key, bare) : Stream.of(key))
        .filter(text -> !text.isEmpty());
  }

  private static void requireOwnIds(List<KnownSpeaker> speakers) {
    Map<String, KnownSpeaker> byId = new HashMap<>();
    for (KnownSpeaker speaker : speakers) {
      speaker
          .id()
          .map(id -> byId.put(id, speaker))
          .ifPresent(other -> {
            throw new IllegalArgumentException(
                "id of a known speaker must be unique, but '"
                    + speaker.id().orElseThrow()
                    + "' is that of both '"
                    + other.name()
                    + "' and '"
                    + speaker.name()
                    + "'");
          });
    }
  }

  private static List<AmbiguousName> ambiguous(
      List<KnownSpeaker> speakers, NameIndex<KnownSpeaker> byKey) {
    Map<String, String> forms = new HashMap<>();
    speakers.stream()
        .flatMap(KnownSpeaker::names)
        .forEach(name -> forms.putIfAbsent(NameKey.of(name), name));
    return byKey.keys().stream()
        .filter(key -> byKey.find(key).size() > 1)
        .map(key -> new AmbiguousName(forms.getOrDefault(key, key), byKey.find(key)))
        .toList();
  }

  /** Hashes the lengths, too, so that different lists have different input. */
  private static String version(List<KnownSpeaker> speakers) {
    if (speakers.isEmpty()) {
      return "";
    }
    Hasher hasher = Hashing.sha256().newHasher();
    for (KnownSpeaker speaker : speakers) {
      hasher.putInt(speaker.aliases().size());
      Stream.of(
              speaker.names(),
              Stream.of(speaker.id().orElse(""), speaker.description().orElse("")),
              Stream.of(speaker.type().map(SpeakerType::name).orElse("")))
          .flatMap(texts -> texts)
          .forEach(text -> put(hasher, text));
      speaker
          .fields()
          .values()
          .forEach((name, values) -> {
            put(hasher, name);
            put(hasher, values.getFirst().type().word());
            hasher.putInt(values.size());
            values.forEach(value -> put(hasher, value.text()));
          });
    }
    return hasher.hash().toString().substring(0, 16);
  }

  private static void put(Hasher hasher, String text) {
    hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_16LE);
  }

  /**
   * {@return the known speakers that a name matches, in the order of the list: none, one, or
   * several if the name is ambiguous}
   */
  public List<KnownSpeaker> find(String name) {
    requireNonNull(name, "name");
    if (byKey.keys().isEmpty()) {
      return List.of();
    }
    String key = NameKey.of(name);
    List<KnownSpeaker> found = byKey.find(key);
    return found.isEmpty() ? byKey.find(NameKey.withoutTitles(key)) : found;
  }

  /**
   * {@return the quotation with the name, id and fields of the known speaker, if the name of its
   * speaker matches exactly one; {@link Speaker#printed()} then has the form of the article}
   *
   * <p>The names that the quotation is about are replaced in the same way.
   */
  public Quotation identify(Quotation quotation) {
    if (byKey.keys().isEmpty()) {
      return quotation;
    }
    Speaker speaker = identify(quotation.speaker());
    List<String> about =
        quotation.about().stream()
            .map(name -> only(name).map(KnownSpeaker::name).orElse(name))
            .toList();
    if (speaker.equals(quotation.speaker()) && about.equals(quotation.about())) {
      return quotation;
    }
    return new Quotation(
        quotation.id(),
        quotation.text(),
        quotation.kind(),
        quotation.runs(),
        speaker,
        quotation.mention(),
        quotation.cue(),
        quotation.said(),
        quotation.confidence(),
        quotation.rule(),
        about.equals(quotation.about()) ? about : about.stream().distinct().toList(),
        quotation.fields());
  }

  private Speaker identify(Speaker speaker) {
    if (!speaker.isKnown()) {
      return speaker;
    }
    String printed = speaker.nameInArticle();
    return only(printed)
        .map(known ->
            new Speaker(
                known.name(),
                known.type().orElse(named(speaker.type())),
                speaker.description(),
                known.id(),
                Optional.of(printed).filter(name -> !name.equals(known.name())),
                speaker.fields().with(known.fields())))
        .orElse(speaker);
  }

  private Optional<KnownSpeaker> only(String name) {
    List<KnownSpeaker> found = find(name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static SpeakerType named(SpeakerType type) {
    return type == SpeakerType.ORGANIZATION ? type : SpeakerType.PERSON;
  }

  /** {@return the names on the list that match several known speakers, in the order of the list} */
  public List<AmbiguousName> ambiguousNames() {
    return ambiguous;
  }

  /** {@return a hash that identifies this list; empty if the list is empty} */
  public String version() {
    return version;
  }
}
