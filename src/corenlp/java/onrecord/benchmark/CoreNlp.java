package onrecord.benchmark;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.jspecify.annotations.Nullable;

/** Finds quotations and their speakers with the annotators of Stanford CoreNLP. Not thread-safe. */
final class CoreNlp {

  private final StanfordCoreNLP annotators;

  /** Loads the models: the defaults, without what the attribution of quotations does not need. */
  CoreNlp() {
    RedwoodConfiguration.current().clear().apply();
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    // Speakers are found without dates, amounts and kinds of places.
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    // Headlines, and some paragraphs, end without a period.
    properties.setProperty("ssplit.newlineIsSentenceBreak", "always");
    annotators = new StanfordCoreNLP(properties);
  }

  /** {@return the quotations of an article with their speakers, without those inside of others} */
  List<Quotation> extract(Article article) {
    CoreDocument document = new CoreDocument(article.text());
    annotators.annotate(document);
    List<CoreLabel> tokens = document.tokens();
    List<Quotation> quotations = new ArrayList<>();
    for (CoreMap quote : document.annotation().get(CoreAnnotations.QuotationsAnnotation.class)) {
      Span words =
          withoutMarks(
              article.text(),
              quote.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
              quote.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
      if (words.start() < words.end()) {
        quotations.add(quotation(article, words, quote, tokens));
      }
    }
    return quotations;
  }

  private static Span withoutMarks(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (from < to && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private static Quotation quotation(
      Article article, Span words, CoreMap quote, List<CoreLabel> tokens) {
    Quotation.Builder quotation = Quotation.builder(article, List.of(words));
    quotation.mention(mention(quote, tokens));
    String name = quote.get(QuoteAttributionAnnotator.CanonicalMentionAnnotation.class);
    if (name == null || name.isBlank()) {
      name = quote.get(QuoteAttributionAnnotator.SpeakerAnnotation.class);
    }
    if (name != null && !name.isBlank()) {
      quotation.speaker(Speaker.of(name, SpeakerType.PERSON));
    }
    return quotation.build();
  }

  /** {@return the words in the text that stand for the speaker; null if there are none} */
  private static @Nullable Span mention(CoreMap quote, List<CoreLabel> tokens) {
    Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
    Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
    return first == null || last == null
        ? null
        : new Span(tokens.get(first).beginPosition(), tokens.get(last).endPosition());
  }
}
