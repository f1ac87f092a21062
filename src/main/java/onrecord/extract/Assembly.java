package onrecord.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;

/** Puts what was found together into quotations: stretches that belong together become one. */
final class Assembly extends Step {
  private static final int FEWEST_UNATTRIBUTED_WORDS = 5;

  private final Article article;
  private final Coreference coreference;
  private final SaidDates dates;

  Assembly(Analysis analysis, Article article, Coreference coreference) {
    super(analysis);
    this.article = article;
    this.coreference = coreference;
    this.dates = new SaidDates(analysis, article.published().map(Published::day).orElse(null));
  }

  /** {@return the quotations, with and without marks, in the order of the text} */
  List<Quotation> quotations(Attribution[] attributions, List<IndirectSpeech.Report> reports) {
    List<Quotation> quotations = quoted(attributions);
    for (IndirectSpeech.Report report : reports) {
      List<Span> runs = new ArrayList<>();
      Set<String> about = new LinkedHashSet<>();
      for (IndirectSpeech.Stretch stretch : report.stretches()) {
        runs.add(tokens.span(stretch.first(), stretch.last()));
        addNames(stretch.first(), stretch.last(), about);
      }
      quotations.add(quotation(runs, QuotationKind.INDIRECT, report.attribution(), about));
    }
    quotations.sort(Comparator.comparing(quotation -> quotation.runs().get(0)));
    return quotations;
  }

  private List<Quotation> quoted(Attribution[] attributions) {
    List<Quotation> quotations = new ArrayList<>();
    int q = 0;
    while (q < quoted.size()) {
      int last = q;
      while (last + 1 < quoted.size() && belongTogether(last, attributions)) {
        last++;
      }
      if (isWorthReporting(q, last, attributions[q])) {
        quotations.add(quotation(q, last, attributions[q]));
      }
      q = last + 1;
    }
    return quotations;
  }

  /** Whether a stretch and the next are one quotation. */
  private boolean belongTogether(int q, Attribution[] attributions) {
    Quoted next = quoted.get(q + 1);
    if (next.continues()) {
      return attributions[q + 1].rule() == Rule.CONTINUED
          || attributions[q].rule() == Rule.CONTINUED;
    }
    int cue = attributions[q].cue();
    int unit = narrative.unitOf(quoted.get(q).open());
    int nextUnit = narrative.unitOf(next.open());
    return cue > unit
        && cue < nextUnit
        && attributions[q + 1].cue() == cue
        && narrative.sentenceOf(unit) == narrative.sentenceOf(nextUnit)
        && tokens.isAnySign(quoted.get(q).last(), ",—–-")
        && narrative.isSign(nextUnit - 1, ",—–-");
  }

  /** A few unattributed words, but for a sentence, are a title, a nickname or a doubted word. */
  private boolean isWorthReporting(int first, int last, Attribution attribution) {
    if (attribution.phrase() != Phrases.NONE) {
      return true;
    }
    Quoted quote = quoted.get(first);
    int words = 0;
    for (int token = quote.first(); token <= quote.last(); token++) {
      words += tokens.isWord(token) ? 1 : 0;
    }
    return !quote.single()
        && attribution.rule() != Rule.TITLE
        && (last > first || words >= FEWEST_UNATTRIBUTED_WORDS || isSentence(quote));
  }

  private boolean isSentence(Quoted quote) {
    return quote.last() > quote.first() + 1
        && tokens.isCapital(quote.first())
        && tokens.isAnySign(quote.last(), ",.!?");
  }

  private Quotation quotation(int first, int last, Attribution attribution) {
    List<Span> runs = new ArrayList<>();
    Set<String> about = new LinkedHashSet<>();
    for (int q = first; q <= last; q++) {
      Quoted quote = quoted.get(q);
      int words = afterLabel(quote, attribution);
      runs.add(tokens.span(words, quote.last()));
      addNames(words, quote.last(), about);
    }
    boolean interrupted = last > first && tokens.isCapital(quoted.get(first).first());
    return quotation(runs, interrupted ? QuotationKind.DIRECT : kind(first), attribution, about);
  }

  private Quotation quotation(
      List<Span> runs, QuotationKind kind, Attribution attribution, Set<String> about) {
    Quotation.Builder builder =
        Quotation.builder(article, runs)
            .kind(kind)
            .rule(attribution.rule().label())
            .about(List.copyOf(about));
    int cue = attribution.cue() < 0 ? -1 : narrative.token(attribution.cue());
    if (cue >= 0) {
      builder
          .cue(tokens.span(cue, lastTokenOfCue(attribution.cue())))
          .said(dates.find(attribution.cue(), attribution.phrase()));
    }
    if (attribution.phrase() != Phrases.NONE) {
      Phrase phrase = phrases.get(attribution.phrase());
      Speaker speaker = coreference.speaker(attribution.phrase());
      builder
          .speaker(speaker)
          .mention(
              tokens.span(
                  clauses.firstToken(attribution.phrase()),
                  clauses.lastToken(attribution.phrase())))
          .confidence(
              Confidence.of(
                  attribution.rule(),
                  kind,
                  phrase,
                  speaker,
                  coreference.rivalry(attribution.phrase())));
    }
    return builder.build();
  }

  private int lastTokenOfCue(int cue) {
    int phrase = CuePhrases.ACCORDING_TO.lengthFrom(narrative, cue);
    return narrative.token(phrase == 0 ? cue : cue + phrase - 1);
  }

  /** The first token after the name and the colon that open a transcript in quotation marks. */
  private int afterLabel(Quoted quote, Attribution attribution) {
    if (attribution.rule() != Rule.LABEL || attribution.phrase() != phrases.at(quote.first())) {
      return quote.first();
    }
    int after = phrases.get(attribution.phrase()).last() + 2;
    return after <= quote.last() ? after : quote.first();
  }

  private void addNames(int first, int last, Set<String> names) {
    for (int token = first; token <= last; token++) {
      int phrase = phrases.at(token);
      if (phrase != Phrases.NONE
          && phrases.get(phrase).isName()
          && phrases.get(phrase).nameFirst() == token
          && isSurelyNamed(phrase)) {
        names.add(coreference.speaker(phrase).name());
      }
    }
  }

  /** A single word with a capital that opens a sentence need not be a name. */
  private boolean isSurelyNamed(int phrase) {
    Phrase p = phrases.get(phrase);
    int token = p.nameFirst();
    return p.nameLast() > token
        || !shapes.startsSentence(token)
        || shapes.isCapitalElsewhere(token)
        || tokens.is(token, Lexicon.GIVEN_NAME | Lexicon.PLACE);
  }

  /** Whether the words stand alone as speech or are a part of the reporter's sentence. */
  private QuotationKind kind(int q) {
    Quoted quote = quoted.get(q);
    int first = quote.first();
    while (first < quote.last()
        && !tokens.isWord(first)
        && tokens.shape(first) != Tokens.Shape.NUMBER) {
      first++;
    }
    int words = quote.last() - first + 1;
    int unit = narrative.unitOf(quote.open());
    boolean apart = narrative.isSign(unit - 1, ",:—–-") || narrative.isSentenceStart(unit);
    boolean ended = tokens.isAnySign(quote.last(), ",.!?");
    boolean direct =
        opensUtterance(quote, first) && (words > 2 ? apart || ended : apart && ended)
            || apart && tokens.isAnySign(quote.last(), "!?")
            || words > 3 && isClause(first, quote.last());
    return direct ? QuotationKind.DIRECT : QuotationKind.MIXED;
  }

  /** Whether the words begin like an utterance: with a capital, a figure or an ellipsis. */
  private boolean opensUtterance(Quoted quote, int first) {
    return tokens.isCapital(first)
        || tokens.shape(quote.first()) == Tokens.Shape.NUMBER
        || tokens.isSign(quote.first(), '…')
        || tokens.isSign(quote.first(), '.');
  }

  /** Whether the words start with a subject and its verb. */
  private boolean isClause(int first, int last) {
    int phrase = phrases.at(first);
    int verb = first + 1;
    if (phrase != Phrases.NONE) {
      if (phrases.get(phrase).possessive()
          && phrase + 1 < phrases.size()
          && phrases.get(phrase + 1).owner() == phrase) {
        phrase++;
      }
      verb = phrases.get(phrase).last() + 1;
    } else if (!tokens.is(first, Word.EXISTENTIAL)) {
      return false;
    }
    if (verb > last) {
      return false;
    }
    // "there's" and "they're" are a subject and a verb in one; "Smith's" owns what comes next.
    boolean contracted = tokens.shape(verb) == Tokens.Shape.POSSESSIVE && !tokens.isCapital(first);
    return contracted
        || tokens.is(verb, Lexicon.AUXILIARY)
        || phrases.at(verb) == Phrases.NONE
            && tokens.is(verb, Lexicon.VERB)
            && tokens.is(verb, Lexicon.PAST | Lexicon.THIRD | Lexicon.BASE);
  }
}
