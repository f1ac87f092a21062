package onrecord.model;

/** What sort of source a {@link Speaker} is. */
public enum SpeakerType {
  /** A human being with a name. */
  PERSON,
  /** A named body or document: a company, a party, a court, a newspaper, a report. */
  ORGANIZATION,
  /** A source the article describes but does not name, such as "a publishing source". */
  UNNAMED,
  /** The article does not tell, or it could not be found out. */
  UNKNOWN
}
