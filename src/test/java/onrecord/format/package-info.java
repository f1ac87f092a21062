/** Tests of reading articles and writing quotations. */
package onrecord.format;
