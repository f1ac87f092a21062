package onrecord.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import onrecord.extract.Tokens.Shape;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/**
 * Who is who in an article: brings the forms of a name together under the fullest one, and finds
 * whom a pronoun or a description stands for.
 */
final class Cast {
  static final int NOBODY = -1;

  /** Somebody or something with a name. */
  private static final class Member {
    final List<String> parts;
    final boolean organization;
    String name;
    boolean male;
    boolean female;
    int lastToken = -1;
    int mentions;
    double weight;
    int weighedAt;
    final Set<String> roles = new HashSet<>();
    String description = "";

    Member(List<String> parts, String name, boolean organization) {
      this.parts = parts;
      this.name = name;
      this.organization = organization;
    }
  }

  private static final long PERSON_WORD =
      Lexicon.HONORIFIC | Lexicon.GIVEN | Lexicon.GIVEN_MALE | Lexicon.GIVEN_FEMALE;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Tokens tokens;
  private final WordShapes shapes;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, List<Integer>> byPart = new HashMap<>();
  private final int[] memberOf;

  Cast(Narrative narrative, Phrases phrases, Clauses clauses, WordShapes shapes) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.tokens = narrative.tokens;
    this.shapes = shapes;
    this.memberOf = new int[phrases.size()];
    java.util.Arrays.fill(memberOf, NOBODY);
    enterLongNames();
    enterShortNames();
    describe();
    follow();
  }

  // ---- names ----

  private List<String> parts(Phrase phrase) {
    List<String> parts = new ArrayList<>();
    for (int token = phrase.nameFirst(); token <= phrase.nameLast(); token++) {
      if (!tokens.is(token, Lexicon.SUFFIX) || parts.isEmpty()) {
        String word = tokens.string(token).toLowerCase(Locale.ROOT);
        parts.add(
            word.endsWith(".") && word.length() > 2 ? word.substring(0, word.length() - 1) : word);
      }
    }
    return parts;
  }

  private boolean isOrganization(Phrase phrase) {
    for (int token = phrase.nameFirst(); token <= phrase.nameLast(); token++) {
      boolean person = token == phrase.nameFirst() && tokens.is(token, PERSON_WORD);
      if (person
          && phrase.nameLast() > token
          && !tokens.is(phrase.nameLast(), Lexicon.ORGANIZATION)) {
        return false;
      }
      if (tokens.is(token, Lexicon.ORGANIZATION)
          || tokens.isText(token, "of")
          || tokens.isText(token, "for")
          || tokens.isSign(token, '&')) {
        return true;
      }
    }
    boolean single = phrase.nameFirst() == phrase.nameLast();
    if (single
        && tokens.shape(phrase.nameFirst()) == Shape.UPPER
        && tokens.length(phrase.nameFirst()) < 7
        && !shapes.isHeadline(phrase.nameFirst())) {
      return !phrase.is(Lexicon.HONORIFIC);
    }
    return single && tokens.is(phrase.nameFirst(), Lexicon.PLACE) && !phrase.is(Lexicon.HONORIFIC);
  }

  private void enterLongNames() {
    Map<String, Integer> byKey = new HashMap<>();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      if (!phrase.isName() || phrase.nameFirst() == phrase.nameLast()) {
        continue;
      }
      List<String> parts = parts(phrase);
      if (parts.size() < 2) {
        continue;
      }
      boolean organization = isOrganization(phrase);
      String key =
          organization ? String.join(" ", parts) : parts.get(0) + " " + parts.get(parts.size() - 1);
      int member = byKey.computeIfAbsent(key, k -> enter(parts, phrase, organization));
      memberOf[i] = member;
      learn(members.get(member), phrase);
    }
  }

  private int enter(List<String> parts, Phrase phrase, boolean organization) {
    int member = members.size();
    members.add(new Member(parts, display(phrase), organization));
    for (String part : new HashSet<>(parts)) {
      byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(member);
    }
    return member;
  }

  private void enterShortNames() {
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      if (phrase.isName() && memberOf[i] == NOBODY) {
        List<String> parts = parts(phrase);
        int member =
            candidates(parts, phrase).isEmpty()
                ? enter(parts, phrase, isOrganization(phrase))
                : NOBODY;
        memberOf[i] = member;
        if (member != NOBODY) {
          learn(members.get(member), phrase);
        }
      }
    }
  }

  /** The members that a short form can mean. */
  private List<Integer> candidates(List<String> parts, Phrase phrase) {
    List<Integer> named = byPart.getOrDefault(parts.get(parts.size() - 1), List.of());
    List<Integer> found = new ArrayList<>();
    for (int member : named) {
      Member m = members.get(member);
      if (fits(parts, m) && !contradicts(phrase, m)) {
        found.add(member);
      }
    }
    return found;
  }

  private static boolean fits(List<String> parts, Member member) {
    List<String> full = member.parts;
    int n = parts.size();
    if (n > full.size()) {
      return false;
    }
    boolean ends = full.subList(full.size() - n, full.size()).equals(parts);
    boolean starts = full.subList(0, n).equals(parts);
    return ends || starts;
  }

  private static boolean contradicts(Phrase phrase, Member member) {
    boolean man = phrase.is(Lexicon.MALE);
    boolean woman = phrase.is(Lexicon.FEMALE);
    return man != woman && (man ? member.female && !member.male : member.male && !member.female);
  }

  private void learn(Member member, Phrase phrase) {
    member.mentions++;
    if (member.organization) {
      return;
    }
    long given = tokens.flags(phrase.nameFirst());
    boolean sexed = phrase.is(Lexicon.MALE | Lexicon.FEMALE);
    if (sexed && phrase.is(Lexicon.MALE) != phrase.is(Lexicon.FEMALE)) {
      member.male = phrase.is(Lexicon.MALE);
      member.female = phrase.is(Lexicon.FEMALE);
    } else if (!member.male && !member.female && member.parts.size() > 1) {
      member.male = (given & Lexicon.GIVEN_MALE) != 0;
      member.female = (given & Lexicon.GIVEN_FEMALE) != 0;
    }
    for (int token = phrase.first(); token < phrase.nameFirst(); token++) {
      if (tokens.is(token, Lexicon.ROLE | Lexicon.TITLE)) {
        member.roles.add(role(token));
      }
    }
    String name = display(phrase);
    if (name.length() > member.name.length() && parts(phrase).size() >= member.parts.size()) {
      member.name = name;
    }
  }

  private String role(int token) {
    String word = tokens.string(token).toLowerCase(Locale.ROOT);
    String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return switch (bare) {
      case "sen" -> "senator";
      case "gov" -> "governor";
      case "rep" -> "representative";
      case "gen" -> "general";
      case "prof" -> "professor";
      default -> bare;
    };
  }

  private String display(Phrase phrase) {
    StringBuilder name = new StringBuilder();
    for (int token = phrase.nameFirst(); token <= phrase.nameLast(); token++) {
      if (token > phrase.nameFirst() && tokens.start(token) > tokens.end(token - 1)) {
        name.append(' ');
      }
      name.append(cased(token, phrase));
    }
    return name.toString();
  }

  /** A word set in capitals for show ("JOHN Smith") comes out as a name is written. */
  private String cased(int token, Phrase phrase) {
    String word = tokens.string(token);
    if (tokens.shape(token) != Shape.UPPER
        || phrase.nameFirst() == phrase.nameLast()
            && !tokens.is(token, PERSON_WORD)
            && !shapes.isCapitalElsewhere(token)) {
      return word;
    }
    boolean given = tokens.is(token, Lexicon.GIVEN | Lexicon.GIVEN_MALE | Lexicon.GIVEN_FEMALE);
    if (!given && !shapes.isCapitalElsewhere(token)) {
      return word;
    }
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  // ---- descriptions ----

  /**
   * Takes in what stands beside a name in apposition: "Smith, the mayor" and "the mayor, Smith".
   */
  private void describe() {
    for (int i = 0; i + 1 < phrases.size(); i++) {
      Phrase a = phrases.get(i);
      Phrase b = phrases.get(i + 1);
      boolean apart = b.first() == a.last() + 2 && tokens.isAnySign(a.last() + 1, ",(");
      boolean predicate =
          b.first() == a.last() + 2
              && (tokens.isText(a.last() + 1, "is") || tokens.isText(a.last() + 1, "was"));
      if (a.quoted() != b.quoted() || !(apart || predicate)) {
        continue;
      }
      if (a.isName() && b.isNominal() && b.is(Lexicon.ROLE)) {
        takeIn(memberFor(i), b);
      } else if (apart
          && b.isName()
          && a.isNominal()
          && a.is(Lexicon.ROLE)
          && tokens.is(a.first(), Lexicon.DETERMINER | Lexicon.POSSESSIVE)) {
        takeIn(memberFor(i + 1), a);
      }
    }
  }

  private int memberFor(int phrase) {
    if (memberOf[phrase] != NOBODY) {
      return memberOf[phrase];
    }
    List<Integer> found = candidates(parts(phrases.get(phrase)), phrases.get(phrase));
    return found.size() == 1 ? found.get(0) : NOBODY;
  }

  private void takeIn(int member, Phrase description) {
    if (member == NOBODY) {
      return;
    }
    Member m = members.get(member);
    for (int token = description.first(); token <= description.last(); token++) {
      if (tokens.is(token, Lexicon.ROLE | Lexicon.TITLE)) {
        m.roles.add(role(token));
      }
    }
    if (m.description.isEmpty()) {
      m.description = text(description);
    }
    if (!m.male && !m.female) {
      m.male = description.is(Lexicon.MALE);
      m.female = description.is(Lexicon.FEMALE);
    }
  }

  // ---- following the text ----

  private void follow() {
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      switch (phrase.kind()) {
        case NAME -> {
          if (memberOf[i] == NOBODY) {
            memberOf[i] = choose(candidates(parts(phrase), phrase));
            if (memberOf[i] != NOBODY) {
              learn(members.get(memberOf[i]), phrase);
            }
          }
        }
        case PRONOUN -> memberOf[i] = phrase.quoted() ? NOBODY : ofPronoun(phrase);
        case RELATIVE -> {
          int antecedent = clauses.antecedent(clauses.firstUnit(i));
          memberOf[i] = antecedent == Phrases.NONE ? NOBODY : memberOf[antecedent];
        }
        case NOMINAL -> memberOf[i] = phrase.quoted() ? NOBODY : ofDescription(phrase);
      }
      if (memberOf[i] != NOBODY) {
        notice(members.get(memberOf[i]), phrase, i);
      }
    }
  }

  private int choose(List<Integer> candidates) {
    int best = NOBODY;
    for (int member : candidates) {
      if (best == NOBODY || score(members.get(member)) > score(members.get(best))) {
        best = member;
      }
    }
    return best;
  }

  private static double score(Member member) {
    return member.lastToken * 1e-9 + member.mentions * 1e-3 + (member.lastToken >= 0 ? 1 : 0);
  }

  private int sentenceOf(int token) {
    return narrative.sentenceOf(narrative.unitOf(token));
  }

  private void notice(Member member, Phrase phrase, int index) {
    int sentence = sentenceOf(phrase.first());
    member.weight = weight(member, sentence) + salience(phrase, index);
    member.weighedAt = sentence;
    member.lastToken = phrase.first();
  }

  private static double weight(Member member, int sentence) {
    int distance = Math.min(20, Math.max(0, sentence - member.weighedAt));
    return member.weight * Math.pow(0.6, distance);
  }

  private double salience(Phrase phrase, int index) {
    if (phrase.quoted()) {
      return 0.2;
    }
    if (phrase.possessive()) {
      return 0.6;
    }
    return isSubject(index) ? 2.0 : 0.7;
  }

  private boolean isSubject(int index) {
    int behind = clauses.lastUnit(index) + 1;
    if (narrative.is(behind, Lexicon.AUXILIARY | Lexicon.ADVERB)
        || clauses.isVerb(behind, Lexicon.VERB)) {
      return true;
    }
    int before = clauses.firstUnit(index) - 1;
    return clauses.isVerb(before, Lexicon.SPEECH) && clauses.subject(before) == index;
  }

  private int ofPronoun(Phrase phrase) {
    boolean man = phrase.is(Lexicon.HE) || tokens.isText(phrase.first(), "his");
    if (!man && !phrase.is(Lexicon.SHE)) {
      return NOBODY;
    }
    int sentence = sentenceOf(phrase.first());
    int best = NOBODY;
    double bestWeight = 0.02;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (member.organization || member.lastToken < 0 || (man ? member.female : member.male)) {
        continue;
      }
      double weight =
          weight(member, sentence) * (man && member.male || !man && member.female ? 1 : 0.6);
      if (weight > bestWeight) {
        best = i;
        bestWeight = weight;
      }
    }
    return best;
  }

  private int ofDescription(Phrase phrase) {
    boolean definite =
        tokens.isText(phrase.first(), "the") || tokens.isText(phrase.first(), "this");
    if (!definite
        || !tokens.is(phrase.last(), Lexicon.ROLE)
        || tokens.is(phrase.last(), Lexicon.GROUP)) {
      return NOBODY;
    }
    String role = role(phrase.last());
    int best = NOBODY;
    double bestWeight = -1;
    int sentence = sentenceOf(phrase.first());
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (member.organization || !member.roles.contains(role) || member.lastToken < 0) {
        continue;
      }
      double weight = weight(member, sentence);
      if (weight > bestWeight) {
        best = i;
        bestWeight = weight;
      }
    }
    return best;
  }

  // ---- what others ask ----

  /** {@return who the phrase stands for} */
  Speaker speaker(int index) {
    Phrase phrase = phrases.get(index);
    int member = memberOf[index];
    if (phrase.isRelative() && member == NOBODY) {
      int antecedent = clauses.antecedent(clauses.firstUnit(index));
      return antecedent == Phrases.NONE ? Speaker.UNKNOWN : nameless(phrases.get(antecedent));
    }
    if (member == NOBODY) {
      return nameless(phrase);
    }
    Member m = members.get(member);
    return new Speaker(
        m.name,
        m.organization ? SpeakerType.ORGANIZATION : SpeakerType.PERSON,
        m.description.isEmpty()
            ? java.util.Optional.empty()
            : java.util.Optional.of(m.description));
  }

  private Speaker nameless(Phrase phrase) {
    if (phrase.isPronoun()) {
      return Speaker.UNKNOWN;
    }
    return Speaker.of(text(phrase), SpeakerType.UNNAMED);
  }

  private String text(Phrase phrase) {
    int first = phrase.first();
    if (phrase.owner() != Phrases.NONE) {
      first = phrases.get(phrase.owner()).first();
    }
    return tokens
        .text
        .substring(tokens.start(first), tokens.end(phrase.last()))
        .replaceAll("\\s+", " ");
  }
}
