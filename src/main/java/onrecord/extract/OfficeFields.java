package onrecord.extract;

import com.google.common.base.Splitter;
import onrecord.extract.Tokens.Shape;

/**
 * Reads the field of an office before the name of a person: "Senior Adviser on Fisheries Ada
 * Quill", "Minister of State for Trade and Industry Ada Quill".
 */
final class OfficeFields {
  private static final int LONGEST = 12;

  /** How long a given name may be that ends like a plural: "Nils", not "Affairs". */
  private static final int LONGEST_IN_S = 5;

  private static final Splitter HYPHEN = Splitter.on('-');

  /** What a word is that no field begins with, after "and". */
  private static final long SOMEBODY_ELSE =
      Lexicon.TITLE
          | Lexicon.ROLE
          | Lexicon.HONORIFIC
          | Lexicon.GIVEN_NAME
          | Lexicon.PLACE
          | Lexicon.NATIONALITY;

  private static final long NO_PERSON = Lexicon.ORGANIZATION | Lexicon.PLACE;

  private static final long NO_GIVEN_NAME =
      Lexicon.NOUN_TOO
          | Lexicon.ROLE
          | Lexicon.TITLE
          | Lexicon.BODY
          | Lexicon.ORGANIZATION
          | Lexicon.PLACE
          | Lexicon.NATIONALITY;

  private final Tokens tokens;
  private final WordShapes shapes;

  OfficeFields(Tokens tokens, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
  }

  /** {@return whether the small word joins an office to its field, or two parts of the field} */
  boolean joins(int small) {
    boolean and = tokens.is(small, Word.AND);
    if (!and && !tokens.is(small, Word.OFFICE_FIELD)) {
      return false;
    }
    boolean other =
        and && (tokens.is(small + 1, SOMEBODY_ELSE) || tokens.shape(small + 1) == Shape.UPPER);
    return !other && hasOfficeBefore(small) && lastOfPerson(small + 1) >= 0;
  }

  /** Whether the words before are an office, or an office and a part of its field. */
  private boolean hasOfficeBefore(int small) {
    boolean link = tokens.is(small, Word.OFFICE_FIELD);
    for (int at = small - 1; at > small - LONGEST; at--) {
      if (tokens.is(at, Word.OFFICE_FIELD) || tokens.is(at, Word.AND)) {
        link |= !tokens.is(at, Word.AND);
        continue;
      }
      boolean office = isOffice(at);
      if (!shapes.isNameWord(at) || isGiven(at) && !office) {
        return false;
      }
      if (office && link && tokens.is(at + 1, Word.OFFICE_FIELD)) {
        return true;
      }
    }
    return false;
  }

  /** The last word of a person's name that comes after the field from the token on, or -1. */
  private int lastOfPerson(int from) {
    int run = from;
    int last = from - 1;
    boolean given = false;
    while (last + 1 < from + LONGEST) {
      int next = last + 1;
      boolean small = tokens.is(next, Word.OFFICE_FIELD) || tokens.is(next, Word.AND);
      if (small && shapes.isNameWord(next + 1) && last >= from && !given) {
        run = next + 1;
      } else if (!shapes.isNameWord(next)) {
        break;
      }
      given |= next > run && isGiven(next) && shapes.isNameWord(next + 1);
      last = next;
    }
    boolean person = given || last - run >= 2 && !isGiven(run) && canBeGiven(last - 1);
    return person && !tokens.is(last, NO_PERSON) ? last : -1;
  }

  /** {@return whether a field and the name of a person come after an office} */
  boolean hasFieldOfPerson(int token, int last) {
    return isOffice(token)
        && tokens.is(token + 1, Word.OFFICE_FIELD)
        && token + 2 < last
        && lastOfPerson(token + 2) == last;
  }

  /**
   * {@return whether an office, its field and the name of a person are from the token on: "Governor
   * on Roads Quill" of "Adviser to the Governor on Roads Ada Quill"}
   */
  boolean hasFieldOfSomebody(int token) {
    return isOffice(token)
        && tokens.is(token + 1, Word.OFFICE_FIELD)
        && lastOfPerson(token + 2) >= 0;
  }

  /** {@return where the name begins after a field, of which the link is the token} */
  int afterField(int link, int last) {
    int field = tokens.is(link + 1, Word.THE) ? link + 2 : link + 1;
    for (int token = field; token < last; token++) {
      boolean small = tokens.is(token, Word.OFFICE_FIELD) || tokens.is(token, Word.AND);
      field = small ? token + 1 : field;
    }
    for (int token = field + 1; token < last; token++) {
      if (isGiven(token)) {
        return token;
      }
    }
    if (tokens.is(last, Lexicon.ORGANIZATION)) {
      return last + 1;
    }
    int given = canBeGiven(last - 1) ? last - 1 : last;
    return Math.min(Math.max(field + 1, given), last + 1);
  }

  /** {@return whether the word is a given name, or of no list and none of the usual words} */
  boolean canBeGiven(int token) {
    return isGiven(token)
        || tokens.shape(token) == Shape.CAPITAL
            && !tokens.is(token, NO_GIVEN_NAME | Lexicon.PARTICLE)
            && !(tokens.endsWith(token, Ending.PLURAL) && tokens.length(token) > LONGEST_IN_S)
            && !shapes.isLowerElsewhere(token);
  }

  /** {@return whether the word is an office, or several joined by hyphens: "Under-Secretary"} */
  boolean isOffice(int token) {
    if (tokens.is(token, Lexicon.TITLE | Lexicon.ROLE)) {
      return true;
    }
    String word = tokens.isCapital(token) ? tokens.string(token) : "";
    if (word.indexOf('-') < 0) {
      return false;
    }
    boolean office = false;
    if (Word.DESIGNATE.has(Lexicon.ENGLISH.number(word.substring(word.lastIndexOf('-') + 1)))) {
      return true;
    }
    for (String part : HYPHEN.split(word)) {
      boolean whole = (Lexicon.ENGLISH.flags(part) & (Lexicon.TITLE | Lexicon.ROLE)) != 0;
      if (!whole && !Word.OFFICE_PART.has(Lexicon.ENGLISH.number(part))) {
        return false;
      }
      office |= whole;
    }
    return office;
  }

  private boolean isGiven(int token) {
    return tokens.is(token, Lexicon.GIVEN_NAME);
  }
}
