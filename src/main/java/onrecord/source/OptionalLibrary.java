package onrecord.source;

/** A library that only some formats need, so that an application may leave it out. */
enum OptionalLibrary {

  /** Parses JSON. */
  JACKSON("tools.jackson.core:jackson-core", "tools.jackson.core.json.JsonFactory"),

  /** Parses CSV. */
  FASTCSV("de.siegmar:fastcsv", "de.siegmar.fastcsv.reader.CsvReader"),

  /** Parses HTML. */
  JSOUP("org.jsoup:jsoup", "org.jsoup.Jsoup"),

  /** Parses RTF. */
  RTFPARSERKIT(
      "com.github.joniles:rtfparserkit", "com.rtfparserkit.parser.standard.StandardRtfParser"),

  /** Uncompresses Brotli. */
  BROTLI("org.brotli:dec", "org.brotli.dec.BrotliInputStream"),

  /** Uncompresses bzip2 and reads tar. */
  COMMONS_COMPRESS(
      "org.apache.commons:commons-compress",
      "org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream");

  private final String artifact;
  private final String type;

  /**
   * Creates a library.
   *
   * @param artifact the Maven coordinates without a version
   * @param type the name of a class of the library
   */
  OptionalLibrary(String artifact, String type) {
    this.artifact = artifact;
    this.type = type;
  }

  /** {@return whether the library is present} */
  boolean isPresent() {
    try {
      Class.forName(type, false, OptionalLibrary.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * {@return a sentence that asks for the library}
   *
   * @param purpose what the library is needed for, such as "read CSV"
   */
  String request(String purpose) {
    return "add " + artifact + " to the class path to " + purpose;
  }

  /**
   * Checks that the library is present.
   *
   * @param source the file or stream that is read, for the message
   * @param purpose what the library is needed for, such as "read CSV"
   * @throws ArticleFormatException if the library is missing; the message says how to add it
   */
  void require(String source, String purpose) throws ArticleFormatException {
    if (!isPresent()) {
      throw new ArticleFormatException(source, 0, request(purpose));
    }
  }
}
