package onrecord.extract;

import org.jspecify.annotations.Nullable;

/** Measures how well each person fits a masculine or feminine pronoun. */
final class Antecedents {
  // What a pronoun adds for a subject of its sentence or the one before.
  private static final double SUBJECT_HERE = 1.65;
  static final double SUBJECT_BEFORE = 0.74;

  /** What a pronoun adds for the first subject of the sentence before. */
  private static final double FIRST_BEFORE = 0.07;

  /** What a pronoun that speaks adds for one who was new in the sentence before, as its subject. */
  static final double NEW_BEFORE = 1;

  /** What a possessive adds for a subject before it in its sentence. */
  private static final double OWN_SUBJECT = 0.34;

  /** What a pronoun adds for who spoke last, in its sentence or one of the two before. */
  static final double JUST_SPOKE = 0.82;

  private static final double SPOKE_FADING = 0.8;

  /** The same by the number of sentences since. */
  private static final double[] SPOKE = {
    JUST_SPOKE, JUST_SPOKE * SPOKE_FADING, JUST_SPOKE * Math.pow(SPOKE_FADING, 2)
  };

  /** What the subject of a verb of speech adds for the one who was asked. */
  private static final double TO_ANSWER = 3;

  // What a possessive and an object add for the one named right before.
  private static final double NAMED_BEFORE_OWNER = 0.59;
  private static final double NAMED_BEFORE_OBJECT = 1;

  // What the subject of the verb before adds for the subject of another, and takes from its object.
  private static final double SAME_SUBJECT = 0.8;
  private static final double OWN_OBJECT = -0.9;

  /** How much the presence of an entity counts. */
  private static final double PRESENCE = 1.17;

  /** How well an entity of unknown gender suits a pronoun. */
  private static final double OF_UNKNOWN_GENDER = 0.7;

  /** The least presence of one whom a pronoun can stand for. */
  private static final double LEAST_PRESENCE = 0.02;

  /** Where in its clause a pronoun is. */
  enum Place {
    SUBJECT,
    OBJECT,
    /** Before the noun that it owns. */
    OWNER
  }

  /**
   * A pronoun.
   *
   * @param index its phrase
   * @param man whether it is masculine
   */
  record Pronoun(int index, int sentence, boolean man, Place place) {}

  private final Mentions mentions;
  private final Pronoun pronoun;
  private final @Nullable Entity clauseSubject;
  private final @Nullable Entity bound;

  /**
   * Makes a measure.
   *
   * @param clauseSubject the subject of the verb before the pronoun
   * @param bound who is in the clause in a way that the pronoun is not
   */
  Antecedents(
      Mentions mentions, Pronoun pronoun, @Nullable Entity clauseSubject, @Nullable Entity bound) {
    this.mentions = mentions;
    this.pronoun = pronoun;
    this.clauseSubject = clauseSubject;
    this.bound = bound;
  }

  /** {@return how well the entity fits; 0 if the pronoun cannot stand for it} */
  double fit(Entity m) {
    boolean contradicted = pronoun.man() ? m.female : m.male;
    if (!m.isPerson() || m.isOnlyWhere() || contradicted || !m.isIntroduced() || m == bound) {
      return 0;
    }
    boolean known = pronoun.man() ? m.male : m.female;
    double presence = presence(m, pronoun.sentence()) + byPlace(m) - LEAST_PRESENCE;
    return presence * (known ? 1 : OF_UNKNOWN_GENDER);
  }

  /** What the place of the pronoun adds. */
  private double byPlace(Entity m) {
    boolean before = m.lastMention() == pronoun.index() - 1;
    return switch (pronoun.place()) {
      case SUBJECT ->
          (m == clauseSubject ? SAME_SUBJECT : 0)
              + (mentions.isToAnswer(m, pronoun.index()) ? TO_ANSWER : 0)
              + (isNew(m) ? NEW_BEFORE : 0);
      case OBJECT -> (m == clauseSubject ? OWN_OBJECT : 0) + (before ? NAMED_BEFORE_OBJECT : 0);
      case OWNER ->
          (before ? NAMED_BEFORE_OWNER : 0)
              + (m.sinceSubject(pronoun.sentence()) == 0 ? OWN_SUBJECT : 0);
    };
  }

  /** "Smith, a baker, left. "...," she said": whom a reader has just met. */
  private boolean isNew(Entity m) {
    return m.wasNewSubjectBefore(pronoun.sentence())
        && m.isSurelyPerson()
        && mentions.isSpeakingUnasked(pronoun.index());
  }

  /** {@return how present an entity is for a pronoun in the sentence} */
  static double presence(Entity m, int sentence) {
    int subject = m.sinceSubject(sentence);
    double presence = PRESENCE * m.weight(sentence);
    presence += subject == 0 ? SUBJECT_HERE : subject == 1 ? SUBJECT_BEFORE : 0;
    presence += m.wasFirstSubjectBefore(sentence) ? FIRST_BEFORE : 0;
    int silent = m.silentFor(sentence);
    return presence + (silent < SPOKE.length ? SPOKE[silent] : 0);
  }
}
