/** An application in a module of its own, which needs Onrecord and nothing else. */
module example {
  requires onrecord;

  exports example;
}
