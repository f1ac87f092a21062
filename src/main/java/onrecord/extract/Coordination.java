package onrecord.extract;

import java.util.List;
import java.util.TreeSet;

/** Finds who speaks as one: "Smith, Jones and Brown said". */
final class Coordination {
  private static final int MOST = 6;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;

  Coordination(Analysis analysis) {
    this.narrative = analysis.narrative();
    this.phrases = analysis.phrases();
    this.clauses = analysis.clauses();
  }

  /** {@return the names that are joined with one, itself among them, in the order of the text} */
  List<Integer> jointWith(int name) {
    if (!phrases.get(name).isName() || phrases.get(name).quoted()) {
      return List.of(name);
    }
    int last = lastOf(name);
    int other = clauses.jointWith(last);
    if (other == Phrases.NONE || other > last) {
      return List.of(name);
    }
    TreeSet<Integer> joint = new TreeSet<>(List.of(last, other));
    int first = other;
    while (joint.size() < MOST) {
      int before = listedBefore(first);
      if (before == Phrases.NONE || clauses.isObjectOfPreposition(before)) {
        break;
      }
      joint.add(before);
      first = before;
    }
    return joint.contains(name) ? List.copyOf(joint) : List.of(name);
  }

  /** The last name of the list: the one after "and". */
  private int lastOf(int name) {
    int last = name;
    for (int steps = 0; steps < MOST; steps++) {
      int link = clauses.lastUnit(last) + 1;
      boolean and = narrative.is(link, Word.AND);
      int next = and || narrative.isSign(link, ",") ? nameAt(link + 1) : Phrases.NONE;
      if (next == Phrases.NONE) {
        return steps > 1 && !narrative.is(clauses.firstUnit(last) - 1, Word.AND) ? name : last;
      }
      last = next;
      if (and) {
        return last;
      }
    }
    return name;
  }

  private int listedBefore(int name) {
    int comma = clauses.firstUnit(name) - 1;
    int before = narrative.isSign(comma, ",") ? clauses.phraseEndingAt(comma - 1) : Phrases.NONE;
    boolean listed =
        before != Phrases.NONE
            && phrases.get(before).isName()
            && !phrases.get(before).is(Lexicon.PLACE)
            && phrases.get(before).owner() == Phrases.NONE;
    return listed ? before : Phrases.NONE;
  }

  private int nameAt(int unit) {
    int phrase = clauses.phraseStartingAt(unit);
    return phrase != Phrases.NONE && phrases.get(phrase).isName() ? phrase : Phrases.NONE;
  }
}
