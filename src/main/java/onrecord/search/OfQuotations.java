package onrecord.search;

import onrecord.query.Facet;
import onrecord.query.Property;
import onrecord.query.Query;
import onrecord.query.Target;
import onrecord.schema.IndexField;

/**
 * Decides whether a query finds documents of quotations alone, because only they have the field
 * that it searches. Then no document has to be looked up in the list of all quotations, which is
 * almost as long as that of all documents.
 */
final class OfQuotations {

  private OfQuotations() {}

  /** {@return whether a query certainly finds no document of an article} */
  static boolean areFoundBy(Query query) {
    return switch (query) {
      case Query.Text text ->
          text.target() instanceof Target.Standard target
              && !StoredPatterns.areOf(target)
              && !IndexField.of(target).isOfArticles();
      case Query.Named named ->
          named.facet() instanceof Facet.Standard facet && !IndexField.of(facet).isOfArticles();
      case Query.Exactly exactly -> exactly.property() != Property.ARTICLE;
      case Query.SaidIn said -> true;
      case Query.MinConfidence least -> true;
      case Query.And all -> all.queries().stream().anyMatch(OfQuotations::areFoundBy);
      case Query.Or any -> any.queries().stream().allMatch(OfQuotations::areFoundBy);
      case Query.All all -> false;
      case Query.Ranged own -> false;
      case Query.PublishedIn published -> false;
      case Query.ArrivedIn arrived -> false;
      case Query.InArticle others -> false;
      case Query.Not others -> false;
    };
  }
}
