"""The smallest screen there is, run by the server of the tests."""

import streamlit as st

st.write("screen")
