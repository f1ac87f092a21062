package onrecord.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.text.CodePoints;

/** Writes articles and their quotations in the annotation format of Citron. */
final class CitronDocuments {

  private CitronDocuments() {}

  static HitWriter writer(Appendable out, ArticleTexts articles) {
    return new ArticleGroups(
        articles, (article, quotations) -> out.append(document(article, quotations) + '\n'));
  }

  private static String document(ArticleText in, List<Quotation> quotations) {
    return JsonWriter.line(json -> {
      HitJson.article(json, in.article());
      json.property("text", in.article().text());
      json.objects("quotes", quotations, quotation -> quote(json, quotation, in.text()));
    });
  }

  private static void quote(JsonWriter json, Quotation quotation, CodePoints text) {
    Evidence evidence = Evidence.of(quotation, text.text());
    json.property("id", quotation.id());
    json.optionalObject("cue", quotation.cue(), cue -> span(json, cue, text));
    json.objects("sources", evidence.sources(), source -> span(json, source, text));
    json.objects("coreferences", evidence.coreferences(), mention -> span(json, mention, text));
    json.objects("contents", quotation.runs(), run -> span(json, run, text));
    json.property("confidence", quotation.confidence());
    json.object("speaker", quotation.speaker(), speaker -> QuotationJson.speaker(json, speaker));
    json.property("kind", quotation.kind().name());
  }

  private static void span(JsonWriter json, Span span, CodePoints text) {
    QuotationJson.bounds(json, span, text);
    json.property("text", span.in(text.text()));
  }

  /**
   * Where a text names and mentions a speaker.
   *
   * @param source the place that names or describes the speaker
   * @param coreference the place that refers to it, if it is another one
   */
  private record Evidence(Optional<Span> source, Optional<Span> coreference) {

    static Evidence of(Quotation quotation, String text) {
      Optional<Span> mention = quotation.mention();
      Optional<Span> name = mention.isEmpty() ? Optional.empty() : first(quotation.speaker(), text);
      return name.isEmpty() || mention.get().in(text).contains(name.get().in(text))
          ? new Evidence(mention, Optional.empty())
          : new Evidence(name, mention);
    }

    private static Optional<Span> first(Speaker speaker, String text) {
      return Stream.of(speaker.nameInArticle(), speaker.name())
          .filter(name -> speaker.isKnown() && text.contains(name))
          .map(name -> new Span(text.indexOf(name), text.indexOf(name) + name.length()))
          .findFirst();
    }

    List<Span> sources() {
      return source.stream().toList();
    }

    List<Span> coreferences() {
      return coreference.stream().toList();
    }
  }
}
