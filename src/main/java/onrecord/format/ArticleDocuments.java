package onrecord.format;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.query.OwnField;

/** Writes articles with their texts and quotations, so that they can be read again unchanged. */
final class ArticleDocuments {

  private ArticleDocuments() {}

  static HitWriter writer(Appendable out, ArticleTexts articles) {
    return new ArticleGroups(
        articles, (article, quotations) -> out.append(document(article, quotations) + '\n'));
  }

  private static String document(ArticleText in, List<Quotation> quotations) {
    return JsonWriter.line(json -> {
      json.property("onrecord", "article");
      HitJson.article(json, in.article());
      json.property("text", in.article().text());
      json.object(
          "types",
          types(in.article(), quotations),
          types -> types.forEach((field, type) -> json.property(field, type.word())));
      json.objects(
          "quotations", quotations, quotation -> QuotationJson.write(json, quotation, in.text()));
    });
  }

  /** {@return the types of the fields that the owner of the archive has added, by their names} */
  private static SortedMap<String, FieldType> types(Article article, List<Quotation> quotations) {
    SortedMap<String, FieldType> types = new TreeMap<>();
    add(OwnField.Owner.ARTICLE, article.fields(), types);
    for (Quotation quotation : quotations) {
      add(OwnField.Owner.SPEAKER, quotation.speaker().fields(), types);
      add(OwnField.Owner.QUOTATION, quotation.fields(), types);
    }
    return types;
  }

  private static void add(OwnField.Owner owner, Fields fields, Map<String, FieldType> types) {
    for (Map.Entry<String, List<FieldValue>> field : fields.values().entrySet()) {
      types.put(new OwnField(owner, field.getKey()).word(), field.getValue().getFirst().type());
    }
  }
}
