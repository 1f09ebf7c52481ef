"""What is kept between runs, so that what has not changed is not made again."""
