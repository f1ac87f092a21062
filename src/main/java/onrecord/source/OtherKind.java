package onrecord.source;

import com.google.errorprone.annotations.Immutable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A kind of content that is not read, recognized so that it is not taken for plain text. */
enum OtherKind {
  PDF(
      "PDF",
      "convert it to plain text, for example with 'pdftotext -layout FILE'",
      head ->
          !head.isZip()
              && head.text().substring(0, Math.min(1024, head.text().length())).contains("%PDF-")),

  POSTSCRIPT(
      "PostScript",
      "convert it to plain text, for example with 'ps2ascii'",
      head -> head.startsWithBytes("%!PS")),

  SPREADSHEET(
      "a spreadsheet",
      "save it as CSV",
      head -> head.hasZipEntry("xl/") || isOpenDocument(head, "spreadsheet")),

  PRESENTATION(
      "a presentation",
      "save its text as plain text",
      head -> head.hasZipEntry("ppt/") || isOpenDocument(head, "presentation")),

  WORD(
      "a Word document that is not from Nexis",
      "save it as plain text",
      head -> head.hasZipEntry("word/")),

  EPUB(
      "an e-book (EPUB)",
      "convert it to HTML or plain text",
      head -> head.hasBytes(Constants.MIMETYPE, "mimetypeapplication/epub+zip")),

  OPEN_DOCUMENT(
      "an OpenDocument text", "save it as plain text", head -> isOpenDocument(head, "text")),

  OLD_OFFICE(
      "a document of an old version of Microsoft Office",
      "save it as plain text, or a table as CSV",
      head -> head.startsWithBytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")),

  IMAGE(
      "an image",
      "recognize its text (OCR) and save that as plain text",
      head ->
          head.startsWithBytes("\u0089PNG")
              || head.startsWithBytes("\u00FF\u00D8\u00FF")
              || head.startsWithBytes("GIF8")
              || head.startsWithBytes("II*\0")
              || head.startsWithBytes("MM\0*")
              || isRiff(head, "WEBP")
              || "svg".equals(head.rootElement().orElse(""))),

  SOUND_OR_FILM(
      "sound or film",
      "transcribe it and save the transcript as plain text",
      head ->
          head.startsWithBytes("ID3")
              || head.startsWithBytes("OggS")
              || head.startsWithBytes("fLaC")
              || head.startsWithBytes("\u001AE\u00DF\u00A3")
              || head.hasBytes(4, "ftyp")
              || isRiff(head, "WAVE")
              || isRiff(head, "AVI ")),

  OTHER_ARCHIVE(
      "an archive of a format that is not read",
      "unpack it",
      head ->
          head.startsWithBytes("7z\u00BC\u00AF'\u001C")
              || head.startsWithBytes("Rar!\u001A\u0007")
              || head.startsWithBytes("\u00FD7zXZ\0")
              || head.startsWithBytes("(\u00B5/\u00FD")
              || head.startsWithBytes("\u0004\"M\u0018")),

  DATABASE(
      "a database",
      "export its table of articles as CSV",
      head -> head.startsWithBytes("SQLite format 3\0")),

  SERIALIZED(
      "a data file of R, Python or Parquet",
      "export its table of articles as CSV",
      head ->
          head.startsWithBytes("PAR1")
              || head.startsWithBytes("ARROW1")
              || head.startsWithBytes("RDX")
              || head.startsWithBytes("X\n\0\0\0")
              || head.startsWithBytes("\u0080\u0004\u0095")
              || head.startsWithBytes("\u0080\u0003")
              || head.startsWithBytes("\u0080\u0005\u0095")),

  FEED(
      "a feed",
      "fetch the pages that it lists, and read these",
      head -> Set.of("rss", "feed", "rdf").contains(head.rootElement().orElse(""))),

  SITEMAP(
      "a site map",
      "fetch the pages that it lists, and read these",
      head -> Set.of("urlset", "sitemapindex").contains(head.rootElement().orElse(""))),

  OTHER_XML(
      "XML of a kind that is not known",
      "convert it to plain text, or to a table in CSV",
      head -> head.startsWithIgnoringBlanks("<?xml") || head.rootElement().isPresent()),

  OTHER_RTF(
      "RTF that is not from a press database",
      "save it as plain text",
      head -> head.startsWithBytes("{\\rtf")),

  BINARY("a binary file", "convert it to plain text, or to a table in CSV", OtherKind::isBinary);

  private final String title;
  private final String remedy;
  private final Recognizer recognizer;

  OtherKind(String title, String remedy, Recognizer recognizer) {
    this.title = title;
    this.remedy = remedy;
    this.recognizer = recognizer;
  }

  /** Recognizes a kind of content by its head. */
  @FunctionalInterface
  @Immutable
  interface Recognizer {
    boolean test(Head head);
  }

  /** {@return the kind of a content; empty if it may be text} */
  static Optional<OtherKind> of(Head head) {
    return Stream.of(values()).filter(kind -> kind.recognizer.test(head)).findFirst();
  }

  /** {@return the kind, as counted in a report} */
  String title() {
    return title;
  }

  /** {@return the reason for not reading a file of this kind, with what to do} */
  String refusal() {
    return "looks like " + title + ", which is not read; " + remedy;
  }

  /** Names of offsets, which the constants above cannot refer to as static fields. */
  private static final class Constants {
    static final int MIMETYPE = 30;
    static final int BINARY_SHARE = 20;

    private Constants() {}
  }

  private static boolean isOpenDocument(Head head, String type) {
    return head.isZip()
        && head.hasBytes(Constants.MIMETYPE, "mimetypeapplication/vnd.oasis.opendocument." + type);
  }

  private static boolean isRiff(Head head, String type) {
    return head.startsWithBytes("RIFF") && head.hasBytes(8, type);
  }

  /** More than one byte in twenty is a control character that text does not have. */
  private static boolean isBinary(Head head) {
    int controls = 0;
    for (byte b : head.bytes()) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
        controls++;
      }
    }
    return (long) controls * Constants.BINARY_SHARE > head.bytes().length;
  }
}
