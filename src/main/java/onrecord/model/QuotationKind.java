package onrecord.model;

/** The way in which an article reports somebody's words. */
public enum QuotationKind {
  /** In quotation marks, as speech on its own. */
  DIRECT,
  /** In quotation marks, as part of the reporter's own sentence. */
  MIXED,
  /** In the reporter's words, without quotation marks. */
  INDIRECT
}
