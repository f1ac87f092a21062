package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.Suggestions;
import onrecord.query.Suggestions.Suggestion;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.Transition;

/** Finds speakers by the beginning of their names. Not thread-safe. */
final class SpeakerSuggester {

  /** The minimum length of a word with an error; a shorter one would match nearly every name. */
  private static final int MIN_LENGTH_WITH_ERROR = 3;

  private final List<String> words;
  private final Matches matches;

  /** Creates a suggester of the speakers of matches, for the words that were typed. */
  SpeakerSuggester(List<String> words, Matches matches) {
    this.words = words;
    this.matches = matches;
    if (words.size() > Suggestions.MAX_WORDS) {
      throw new InvalidSearchException(
          "beginning of a name must have at most "
              + Suggestions.MAX_WORDS
              + " words, but had "
              + words.size());
    }
  }

  Suggestions suggest(String typed, int limit) throws IOException {
    FacetValues names = FacetValues.of(matches.snapshot(), Facet.SPEAKER);
    // All quotations of a name match or none does, so the counts are those of the matches.
    Tally exact = counts(begins(-1), names);
    Tally all = counts(withAnError(), names);
    TopN<Integer> first =
        new TopN<>(
            Comparator.<Integer, Boolean>comparing(name -> exact.quotations(name) == 0)
                .thenComparingInt(name -> -all.quotations(name))
                .thenComparing(Comparator.naturalOrder()),
            limit);
    all.ordinals().forEach(first::offer);
    List<Suggestion> speakers = new ArrayList<>();
    for (int name : first.inOrder()) {
      speakers.add(
          new Suggestion(names.name(name), all.quotations(name), exact.quotations(name) > 0));
    }
    return new Suggestions(matches.scope().search().selection(), typed, first.offered(), speakers);
  }

  private Tally counts(Query query, FacetValues names) throws IOException {
    return matches.within(query).counter().tally(names);
  }

  /** {@return a query for names that begin with the words, with at most one error in total} */
  private Query withAnError() {
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(begins(-1), Occur.SHOULD);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).codePointCount(0, words.get(i).length()) >= MIN_LENGTH_WITH_ERROR) {
        any.add(begins(i), Occur.SHOULD);
      }
    }
    return any.build();
  }

  /**
   * {@return a query for names whose parts begin with the words, one of which may have an error}
   */
  private Query begins(int withError) {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
            .add(
                new TermQuery(new Term(IndexField.SPEAKER.field(), Schema.UNKNOWN)),
                Occur.MUST_NOT);
    for (int i = 0; i < words.size(); i++) {
      Term word = new Term(IndexField.SPEAKER.words(), words.get(i));
      all.add(
          i == withError
              ? new AutomatonQuery(word, prefixWithError(words.get(i)))
              : new PrefixQuery(word),
          Occur.FILTER);
    }
    return all.build();
  }

  /** {@return an automaton that accepts what begins with a word, or with a word one edit away} */
  private static Automaton prefixWithError(String word) {
    Automaton whole = new LevenshteinAutomata(word, true).toAutomaton(1);
    Automaton beginning = new Automaton();
    for (int state = 0; state < whole.getNumStates(); state++) {
      beginning.setAccept(beginning.createState(), whole.isAccept(state));
    }
    Transition transition = new Transition();
    for (int state = 0; state < whole.getNumStates(); state++) {
      if (whole.isAccept(state)) {
        // Once the beginning has matched, anything may follow.
        beginning.addTransition(state, state, 0, Character.MAX_CODE_POINT);
        continue;
      }
      int count = whole.initTransition(state, transition);
      for (int i = 0; i < count; i++) {
        whole.getNextTransition(transition);
        beginning.addTransition(state, transition.dest, transition.min, transition.max);
      }
    }
    beginning.finishState();
    return Operations.removeDeadStates(beginning);
  }
}
