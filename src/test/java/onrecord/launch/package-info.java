/** Tests of starting the command line. */
package onrecord.launch;
