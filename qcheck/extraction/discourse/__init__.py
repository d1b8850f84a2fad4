"""What is said of a quantity: sentences, events, parties, time, modality, speakers, repetitions."""
