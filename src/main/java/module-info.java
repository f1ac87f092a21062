/** An archive of quotations from news articles, on Apache Lucene. */
module onrecord {
  requires com.google.common;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires org.apache.lucene.facet;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports onrecord;
  exports onrecord.extract;
  exports onrecord.model;
  exports onrecord.query;
}
