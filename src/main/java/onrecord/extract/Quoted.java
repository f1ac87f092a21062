package onrecord.extract;

/**
 * A stretch of tokens between quotation marks, within one paragraph.
 *
 * @param open the opening mark
 * @param first the first token inside
 * @param last the last token inside
 * @param end the token after the closing mark, or after the last token if there is no such mark
 * @param single whether the marks are single
 * @param closed whether there is a closing mark
 * @param continues whether it goes on from a stretch in the paragraph before that was not closed
 */
record Quoted(
    int open, int first, int last, int end, boolean single, boolean closed, boolean continues) {}
