"""The smallest set of moves and cuts that makes all limits of a plan hold together, exact to the won."""
