/** An archive of quotations from news articles, on Apache Lucene. */
module onrecord {
  requires com.google.common;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports onrecord.extract;
  exports onrecord.model;
}
