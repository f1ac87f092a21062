/** Tests of writing quotations, queries and citations. */
package onrecord.format;
