package onrecord.source;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onrecord.text.Folding;
import onrecord.text.WordList;

/** What a label of ProQuest, such as "Publication date:", labels. */
enum ProQuestLabel {
  TITLE,
  AUTHORS,
  TEXT,
  ABSTRACT,
  OUTLET,

  /** The outlet, the place and the day in one line. */
  INFO,
  DATE,
  SECTION,
  LANGUAGE,
  ID,
  URL,
  TAGS,
  OTHER;

  private static final int LONGEST = 60;

  /** The length of abbreviations, such as "ISSN"; longer labels are not printed in capitals. */
  private static final int SHORTEST_WORD = 5;

  private static final ImmutableMap<String, ProQuestLabel> KNOWN = load();

  private static ImmutableMap<String, ProQuestLabel> load() {
    Map<String, ProQuestLabel> labels = new HashMap<>();
    Splitter comma = Splitter.on(',').trimResults().omitEmptyStrings();
    for (WordList.Line line : WordList.load(ProQuestLabel.class, "proquest-labels.txt").lines()) {
      ProQuestLabel label = valueOf(line.section().toUpperCase(Locale.ROOT));
      comma.split(line.text()).forEach(text -> labels.putIfAbsent(Folding.fold(text), label));
    }
    return ImmutableMap.copyOf(labels);
  }

  /**
   * A line that starts with a known label.
   *
   * @param label what it labels
   * @param name the label as printed
   * @param value what follows the colon on the line
   */
  record Labelled(ProQuestLabel label, String name, String value) {}

  /** {@return the label and the value of a line; empty without a known label at its start} */
  static Optional<Labelled> labelled(String line) {
    String clean = line.strip();
    int colon = clean.indexOf(':');
    if (colon < 1 || colon > LONGEST || !Character.isUpperCase(clean.codePointAt(0))) {
      return Optional.empty();
    }
    String name = clean.substring(0, colon).strip();
    if (name.length() > SHORTEST_WORD && name.equals(name.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.ofNullable(KNOWN.get(Folding.fold(name)))
        .map(label -> new Labelled(label, name, clean.substring(colon + 1).strip()));
  }
}
