/**
 * The launcher of the command line, which starts it on another Java version or with another locale
 * if necessary.
 */
package onrecord.launch;
