package onrecord.model;

/** The type of source that a {@link Speaker} is. */
public enum SpeakerType {
  /** A named human being. */
  PERSON,
  /** A named organization or document: a company, a party, a court, a newspaper, a report. */
  ORGANIZATION,
  /** A source that the article describes but does not name, such as "a publishing source". */
  UNNAMED,
  /** The article does not say who spoke, or it could not be determined. */
  UNKNOWN
}
