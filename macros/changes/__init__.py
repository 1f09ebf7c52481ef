"""What a change of the data changes for readers: compared from two guidebooks, told in Korean."""
