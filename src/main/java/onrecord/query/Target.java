package onrecord.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text or a name whose words are searched: one of the constants, or an {@link OwnField} of
 * articles or speakers.
 */
public sealed interface Target permits Target.Standard, OwnField {
  /** The words of the quotation. */
  Target QUOTE = Standard.QUOTE;

  /**
   * The sentences of the article that contain the quotation: at most 500 characters before and
   * after each of its runs.
   */
  Target SENTENCE = Standard.SENTENCE;

  /** The headline of the article. */
  Target TITLE = Standard.TITLE;

  /** The whole text of the article. */
  Target TEXT = Standard.TEXT;

  /** The name of the speaker. */
  Target SPEAKER = Standard.SPEAKER;

  /** The names of the people and organizations that the quotation names. */
  Target ABOUT = Standard.ABOUT;

  /** The name of the outlet. */
  Target OUTLET = Standard.OUTLET;

  /** The name of the section. */
  Target SECTION = Standard.SECTION;

  /** The names of the article's authors. */
  Target AUTHOR = Standard.AUTHOR;

  /** The language of the article, a BCP 47 tag: "en" is a word of "en-GB". */
  Target LANGUAGE = Standard.LANGUAGE;

  /** The words that signal speech. */
  Target CUE = Standard.CUE;

  /** The tags that the owner of the archive has given to the article. */
  Target TAG = Standard.TAG;

  /**
   * How the article describes the speaker, such as "the mayor". It is stored, but not indexed:
   * every description is read of the quotations that the rest of a search finds.
   */
  Target DESCRIPTION = Standard.DESCRIPTION;

  /** The name of the speaker as the article prints it; read as {@link #DESCRIPTION} is. */
  Target PRINTED = Standard.PRINTED;

  /** {@return the facet whose values are searched; empty for a text} */
  Optional<Facet> facet();

  /** {@return whether this is a name in every archive, whose words are not stemmed} */
  boolean isName();

  /** {@return the name of this target in the query syntax} */
  String word();

  /** {@return the constants, in their order} */
  static Target[] values() {
    return Standard.values();
  }

  /** {@return the target with a name in the query syntax; empty if there is none} */
  static Optional<Target> of(String word) {
    return Stream.of(values())
        .filter(target -> target.word().equals(word))
        .findFirst()
        .or(() -> OwnField.of(word));
  }

  /** The targets that every archive has. */
  enum Standard implements Target {
    /** See {@link Target#QUOTE}. */
    QUOTE,
    /** See {@link Target#SENTENCE}. */
    SENTENCE,
    /** See {@link Target#TITLE}. */
    TITLE,
    /** See {@link Target#TEXT}. */
    TEXT,
    /** See {@link Target#SPEAKER}. */
    SPEAKER(Facet.SPEAKER),
    /** See {@link Target#ABOUT}. */
    ABOUT(Facet.ABOUT),
    /** See {@link Target#OUTLET}. */
    OUTLET(Facet.OUTLET),
    /** See {@link Target#SECTION}. */
    SECTION(Facet.SECTION),
    /** See {@link Target#AUTHOR}. */
    AUTHOR(Facet.AUTHOR),
    /** See {@link Target#LANGUAGE}. */
    LANGUAGE(Facet.LANGUAGE),
    /** See {@link Target#CUE}. */
    CUE(Facet.CUE),
    /** See {@link Target#TAG}. */
    TAG(Facet.TAG),
    /** See {@link Target#DESCRIPTION}. */
    DESCRIPTION,
    /** See {@link Target#PRINTED}. */
    PRINTED;

    private final Optional<Facet> facet;

    /** Declares a text. */
    Standard() {
      this.facet = Optional.empty();
    }

    /** Declares the values of a facet, which are names. */
    Standard(Facet facet) {
      this.facet = Optional.of(facet);
    }

    @Override
    public Optional<Facet> facet() {
      return facet;
    }

    @Override
    public boolean isName() {
      return facet.isPresent();
    }

    @Override
    public String word() {
      return facet.map(Facet::word).orElseGet(() -> name().toLowerCase(Locale.ROOT));
    }
  }
}
