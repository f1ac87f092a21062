package onrecord.format;

/** A library that only some formats need, so that an application may leave it out. */
enum OptionalLibrary {

  /** Parses and writes JSON. */
  JACKSON("tools.jackson.core:jackson-core", "tools.jackson.core.json.JsonFactory"),

  /** Reads and writes CSV. */
  FASTCSV("de.siegmar:fastcsv", "de.siegmar.fastcsv.writer.CsvWriter"),

  /** Writes SQLite databases. */
  SQLITE("org.xerial:sqlite-jdbc", "org.sqlite.JDBC");

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
      require("");
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /**
   * Checks that the library is present.
   *
   * @param purpose what the library is needed for, such as "write CSV"
   * @throws IllegalStateException if the library is missing; the message says how to add it
   */
  void require(String purpose) {
    try {
      Class.forName(type, false, OptionalLibrary.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("add " + artifact + " to the class path to " + purpose, e);
    }
  }
}
