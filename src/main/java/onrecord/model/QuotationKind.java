package onrecord.model;

/** How an article reports somebody's words. */
public enum QuotationKind {
  /** Between quotation marks, standing alone as speech. */
  DIRECT,
  /** Between quotation marks, as a part of the reporter's own sentence. */
  MIXED,
  /** In the reporter's words, without quotation marks. */
  INDIRECT
}
