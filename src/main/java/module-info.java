/** An archive of quotations from news articles, on Apache Lucene. */
@SuppressWarnings("requires-automatic") // optional libraries, which define no module
module onrecord {
  requires com.google.common;
  requires java.logging;
  requires java.xml;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires org.apache.lucene.facet;
  requires org.apache.lucene.join;
  requires org.apache.lucene.queries;
  requires org.apache.lucene.queryparser;
  requires static de.siegmar.fastcsv;
  requires static dec; // org.brotli:dec
  requires static info.picocli;
  requires static java.sql;
  requires static jdk.httpserver;
  requires static jdk.jshell;
  requires static org.apache.commons.compress;
  requires static org.jsoup;
  requires static rtfparserkit;
  requires static tools.jackson.core;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports onrecord;
  exports onrecord.engine;
  exports onrecord.extract;
  exports onrecord.format;
  exports onrecord.model;
  exports onrecord.query;
  exports onrecord.report;
  exports onrecord.source;
  exports onrecord.text;

  opens onrecord.cli to
      info.picocli;
}
