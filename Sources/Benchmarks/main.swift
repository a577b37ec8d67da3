print("none yet")
