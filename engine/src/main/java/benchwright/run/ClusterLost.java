package benchwright.run;

/** The cluster is gone in the middle of a run; what it has answered was told, the rest was not. */
public final class ClusterLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClusterLost(String why) {
    super(why);
  }
}
